import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import TablePagination from '@material-ui/core/TablePagination';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReactNode, useId, useState } from 'react';
import { customerLayerTranslationRef } from '../../translation';

const PAGE_SIZE = 25;

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    item: {
      padding: theme.spacing(0.75, 0),
      '& + &': {
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    flow: {
      listStyle: 'none',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: 0,
      padding: 0,
    },
    flowing: {
      minWidth: 0,
      maxWidth: '100%',
    },
    grid: {
      listStyle: 'none',
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 196px), 1fr))',
      gap: theme.spacing(1),
      margin: 0,
      padding: 0,
    },
    columns: {
      listStyle: 'none',
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
      gap: theme.spacing(2, 3),
      margin: 0,
      padding: 0,
    },
    toggle: {
      marginLeft: theme.spacing(-0.5),
      textTransform: 'none',
      '@media print': {
        display: 'none',
      },
    },
    printed: {
      display: 'none',
      '@media print': {
        display: 'block',
      },
    },
    toolbar: {
      minHeight: theme.spacing(5),
      paddingLeft: 0,
    },
    spacer: {
      display: 'none',
    },
    actions: {
      marginLeft: 'auto',
    },
  }),
  { name: 'CustomerLayerFoldedList' },
);

/** Props of {@link FoldedList}. */
export type FoldedListProps<T> = {
  /** Of the whole list, for screen readers. */
  label: string;
  items: readonly T[];
  /**
   * One below the other with lines between, one after the other as words are, or in columns of one width: `grid` for
   * names, `columns` for what takes a few lines.
   */
  layout?: 'rows' | 'flow' | 'grid' | 'columns';
  /** How many items to show before somebody asks for all. */
  initial?: number;
  keyOf(item: T): string;
  /** What the filter looks at. */
  textOf(item: T): string;
  children(item: T): ReactNode;
};

/** A list that shows its first items, and all of them page by page with a filter when asked to. */
export function FoldedList<T>(props: FoldedListProps<T>) {
  const { label, items, layout = 'rows', initial = 10 } = props;
  const { keyOf, textOf, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [unfolded, setUnfolded] = useState(false);
  const [text, setText] = useState('');
  const [page, setPage] = useState(0);
  const filterId = useId();

  const wanted = text.trim().toLocaleLowerCase();
  const matching = items.filter(item =>
    textOf(item).toLocaleLowerCase().includes(wanted),
  );

  const foldable = items.length > initial;
  const from = page * PAGE_SIZE;
  const shown =
    foldable && !unfolded
      ? items.slice(0, initial)
      : matching.slice(from, from + PAGE_SIZE);

  const looks = {
    rows: { list: classes.list, item: classes.item },
    flow: { list: classes.flow, item: classes.flowing },
    grid: { list: classes.grid, item: classes.flowing },
    columns: { list: classes.columns, item: classes.flowing },
  }[layout];

  const toggle = () => {
    setUnfolded(!unfolded);
    setText('');
    setPage(0);
  };

  return (
    <>
      {unfolded && (
        <Box pb={1}>
          <TextField
            id={filterId}
            fullWidth
            size="small"
            variant="outlined"
            label={t('list.filter')}
            value={text}
            onChange={event => {
              setText(event.target.value);
              setPage(0);
            }}
          />
        </Box>
      )}
      <ul className={looks.list} aria-label={label}>
        {shown.map(item => (
          <li key={keyOf(item)} className={looks.item}>
            {children(item)}
          </li>
        ))}
      </ul>
      <div aria-live="polite">
        {shown.length === 0 && text && (
          <Typography variant="body2">{t('list.noMatch', { text })}</Typography>
        )}
      </div>
      {unfolded && matching.length > PAGE_SIZE && (
        <TablePagination
          component="div"
          classes={{
            toolbar: classes.toolbar,
            spacer: classes.spacer,
            actions: classes.actions,
          }}
          count={matching.length}
          page={page}
          rowsPerPage={PAGE_SIZE}
          rowsPerPageOptions={[]}
          onPageChange={(_, next) => setPage(next)}
          labelDisplayedRows={range =>
            t('list.range', {
              from: String(range.from),
              to: String(range.to),
              total: String(range.count),
            })
          }
          backIconButtonText={t('list.previousPage')}
          nextIconButtonText={t('list.nextPage')}
        />
      )}
      {foldable && !unfolded && (
        <Typography className={classes.printed} variant="caption">
          {t('list.more', { count: items.length - initial })}
        </Typography>
      )}
      {foldable && (
        <Button
          className={classes.toggle}
          size="small"
          color="primary"
          aria-expanded={unfolded}
          onClick={toggle}
        >
          {unfolded
            ? t('list.showFewer')
            : t('list.showAll', { count: items.length })}
        </Button>
      )}
    </>
  );
}
