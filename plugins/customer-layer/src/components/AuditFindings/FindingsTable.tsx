import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Theme, makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ListedFinding,
  RuleDescription,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { isAssignable } from '../../lib/assign/assignToFinding';
import { customerLayerTranslationRef } from '../../translation';
import { FindingRow } from './FindingRow';
import { SelectFinding } from './SelectFinding';

const useStyles = makeStyles(
  theme => ({
    table: {
      tableLayout: 'fixed',
    },
    head: {
      padding: theme.spacing(0.5, 1),
      '&:first-child': {
        paddingLeft: 0,
      },
    },
    finding: {
      width: '55%',
    },
    alone: {
      width: 'auto',
    },
    opener: {
      width: 48,
    },
  }),
  { name: 'CustomerLayerFindingsTable' },
);

// Less than this leaves two columns, beside the sidebar, with a word in a line.
const NARROW = 760;

/** Props of {@link FindingsTable}. */
export type FindingsTableProps = {
  findings: ListedFinding[];
  rules: RuleDescription[];
  version: number;
  selected: readonly ListedFinding[];
  /** Absent where there is nothing to select for. */
  onSelect?: (selected: ListedFinding[]) => void;
  onChanged: () => void;
};

/** Findings, one in a row. */
export function FindingsTable(props: FindingsTableProps) {
  const { findings, rules, version, onChanged } = props;
  const { selected, onSelect } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const narrow = useMediaQuery((theme: Theme) =>
    theme.breakpoints.down(NARROW),
  );
  const assignable = onSelect ? findings.filter(isAssignable) : [];
  return (
    <Table className={classes.table} aria-label={t('audit.findings.title')}>
      <TableHead>
        <TableRow>
          <SelectFinding
            label={t('assign.audit.selectAll')}
            checked={
              assignable.length > 0 && selected.length === assignable.length
            }
            partly={selected.length > 0 && selected.length < assignable.length}
            onChange={
              assignable.length
                ? checked => onSelect?.(checked ? assignable : [])
                : undefined
            }
          />
          <TableCell
            className={`${classes.head} ${
              narrow ? classes.alone : classes.finding
            }`}
          >
            {t('audit.findings.finding')}
          </TableCell>
          {!narrow && (
            <TableCell className={classes.head}>
              {t('audit.findings.entity')}
            </TableCell>
          )}
          {/* Heads nothing: a TableCell would say that it does. */}
          <td className={`${classes.head} ${classes.opener}`} />
        </TableRow>
      </TableHead>
      <TableBody>
        {findings.map(finding => (
          <FindingRow
            key={`${finding.entityRef} ${finding.ruleId}`}
            finding={finding}
            rule={rules.find(({ id }) => id === finding.ruleId)}
            version={version}
            narrow={narrow}
            selected={selected.includes(finding)}
            onSelect={
              onSelect && isAssignable(finding)
                ? checked =>
                    onSelect(
                      checked
                        ? [...selected, finding]
                        : selected.filter(one => one !== finding),
                    )
                : undefined
            }
            onChanged={onChanged}
          />
        ))}
      </TableBody>
    </Table>
  );
}
