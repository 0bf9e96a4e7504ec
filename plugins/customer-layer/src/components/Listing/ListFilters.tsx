import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useCallback } from 'react';
import { TextFilter } from './TextFilter';

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'grid',
      gridTemplateColumns: ({ fieldWidth }: { fieldWidth: number }) =>
        `repeat(auto-fill, minmax(${fieldWidth}px, 1fr))`,
      alignItems: 'center',
      gap: theme.spacing(2),
      paddingTop: theme.spacing(1),
      marginBottom: theme.spacing(2),
    },
    clear: {
      justifySelf: 'start',
    },
  }),
  { name: 'CustomerLayerListFilters' },
);

/** Props of {@link ListFilters}. */
export type ListFiltersProps<Filters> = {
  words: { title: string; text: string; clear: string };
  filters: Filters;
  onChange: (filters: Filters) => void;
  /** Takes all filters away; absent where there are none. */
  onClear?: () => void;
  /** In pixels, the least that the longest choice takes. */
  fieldWidth: number;
  /** The fields beside that for a text, if there are others. */
  children?: ReactNode;
};

/** What a list is filtered by: a text, and what there is to choose from. */
export function ListFilters<Filters extends { text?: string }>(
  props: ListFiltersProps<Filters>,
) {
  const { words, filters, onChange, onClear, fieldWidth, children } = props;
  const classes = useStyles({ fieldWidth });
  const setText = useCallback(
    (text: string) => onChange({ ...filters, text }),
    [filters, onChange],
  );
  return (
    <div className={classes.filters} role="search" aria-label={words.title}>
      <TextFilter
        label={words.text}
        text={filters.text ?? ''}
        onChange={setText}
      />
      {children}
      {onClear && (
        <Button className={classes.clear} size="small" onClick={onClear}>
          {words.clear}
        </Button>
      )}
    </div>
  );
}
