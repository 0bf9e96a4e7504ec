import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AssignmentAnswer } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useMemo, useState } from 'react';
import { outcomesView } from '../../lib/assign/outcomes';
import { customerLayerTranslationRef } from '../../translation';
import { useTableStyles } from '../Listing';
import { OutcomeRow } from './OutcomeRow';

// As many as one looks through, and then as many as one asks for.
const FIRST = 20;
const MORE = 50;

/** Props of {@link OutcomeTable}. */
export type OutcomeTableProps = {
  answer: AssignmentAnswer;
  /** Whether it would happen, has happened, or has been taken back. */
  tense: 'preview' | 'done' | 'undone';
};

/** What becomes of each entity, what needs attention first; the counts are told to those who hear the page. */
export function OutcomeTable({ answer, tense }: OutcomeTableProps) {
  const table = useTableStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [limit, setLimit] = useState(FIRST);
  const { hiddenItems = 0 } = answer;
  const { rows, counts } = useMemo(() => outcomesView(answer), [answer]);
  const more = Math.min(MORE, rows.length - limit);
  return (
    <>
      <Typography variant="body2" role="status" paragraph>
        {counts
          .map(({ standing, count }) =>
            t(`assign.standing.${tense}.${standing}`, { count }),
          )
          .join(' · ')}
        {hiddenItems > 0 && (
          <> {t('assign.changes.hidden', { count: hiddenItems })}</>
        )}
      </Typography>
      <Table
        size="small"
        className={table.table}
        aria-label={t('assign.outcomes')}
      >
        <TableHead>
          <TableRow>
            <TableCell className={table.head}>
              {t('assign.column.entity')}
            </TableCell>
            <TableCell className={table.head}>
              {t(`assign.column.${tense === 'preview' ? 'before' : 'was'}`)}
            </TableCell>
            <TableCell className={table.head}>
              {t(`assign.column.${tense === 'preview' ? 'after' : 'is'}`)}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.slice(0, limit).map(row => (
            // Of an undo, one part of an entity can be put back and another refused.
            <OutcomeRow
              key={`${row.outcome.entityRef} ${row.standing}`}
              {...row}
              undone={tense === 'undone'}
            />
          ))}
        </TableBody>
      </Table>
      {more > 0 && (
        <Button
          size="small"
          color="primary"
          onClick={() => setLimit(limit + more)}
        >
          {t('assign.moreRows', { count: more })}
        </Button>
      )}
    </>
  );
}
