import { makeStyles } from '@material-ui/core/styles';
import { FindingItem, FindingItemProps } from './FindingItem';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    item: {
      padding: theme.spacing(1.5, 0),
      '& + &': {
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
  }),
  { name: 'CustomerLayerFindingItems' },
);

/** Props of {@link FindingItems}. */
export type FindingItemsProps = Omit<FindingItemProps, 'finding' | 'name'> & {
  /** Of the list, for screen readers. */
  label: string;
  findings: ReadonlyArray<Pick<FindingItemProps, 'finding' | 'name'>>;
};

/** Findings of the entity at hand. */
export function FindingItems(props: FindingItemsProps) {
  const { label, findings, ...common } = props;
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={label}>
      {findings.map(one => (
        <li key={one.finding.ruleId} className={classes.item}>
          <FindingItem {...one} {...common} />
        </li>
      ))}
    </ul>
  );
}
