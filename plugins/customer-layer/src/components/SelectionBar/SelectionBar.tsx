import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReactNode } from 'react';
import { useAct } from '../../hooks/useAct';
import { useLanguage } from '../../hooks/useLanguage';
import { MOST_SELECTED, Selection } from '../../hooks/useSelection';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    // In sight however far one has scrolled.
    bar: {
      position: 'sticky',
      bottom: 0,
      zIndex: 1,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(1),
      background: theme.palette.background.paper,
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    count: {
      minWidth: theme.spacing(12),
    },
  }),
  { name: 'CustomerLayerSelectionBar' },
);

/** Props of {@link SelectionBar}. */
export type SelectionBarProps = {
  selection: Selection;
  /** How many match the filters. */
  totalItems: number;
  /** Fetches the refs of all that match the filters, as many as can be selected. */
  fetchAll: () => Promise<string[]>;
  /** Buttons for what can be done with those selected. */
  acts: ReactNode;
};

/** How many are selected, and what can be done with them. */
export function SelectionBar(props: SelectionBarProps) {
  const { selection, totalItems, fetchAll, acts } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { run, busy, error } = useAct();
  const { size } = selection.refs;
  const most = Math.min(totalItems, MOST_SELECTED);
  const selectAll =
    totalItems > MOST_SELECTED
      ? t('coverage.gaps.selectMost', { most: most.toLocaleString(language) })
      : t('coverage.gaps.selectAll', { count: totalItems });
  return (
    <div className={classes.bar}>
      <Typography
        className={classes.count}
        variant="body2"
        component="span"
        role="status"
      >
        {t('coverage.gaps.selected', { count: size })}
      </Typography>
      {acts}
      <Button
        size="small"
        color="primary"
        disabled={busy || size === most}
        onClick={() => run(async () => selection.replace(await fetchAll()))}
      >
        {busy ? t('coverage.gaps.selecting') : selectAll}
      </Button>
      {size > 0 && (
        <Button size="small" onClick={() => selection.replace([])}>
          {t('coverage.gaps.unselect')}
        </Button>
      )}
      {error && (
        <Typography variant="body2" color="error" role="alert">
          {error}
        </Typography>
      )}
    </div>
  );
}
