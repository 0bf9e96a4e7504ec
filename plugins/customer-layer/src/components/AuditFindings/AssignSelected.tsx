import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ListedFinding } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useState } from 'react';
import {
  FindingAssignment,
  assignmentForFindings,
} from '../../lib/assign/assignToFinding';
import { customerLayerTranslationRef } from '../../translation';
import { AssignDialog } from '../AssignDialog';
import { ExportButton } from '../ExportDialog';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      // As high with a button as without.
      minHeight: theme.spacing(5),
    },
  }),
  { name: 'CustomerLayerAssignSelected' },
);

/** Props of {@link AssignSelected}. */
export type AssignSelectedProps = {
  selected: readonly ListedFinding[];
  /** Called when something was assigned. */
  onAssigned: () => void;
};

/**
 * Assigns what puts the selected findings right, to all of their entities at once and to each only what its findings ask for;
 * or exports what is assigned to them.
 */
export function AssignSelected({ selected, onAssigned }: AssignSelectedProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [assignment, setAssignment] = useState<FindingAssignment>();
  const [done, setDone] = useState(false);
  return (
    <div className={classes.bar}>
      <Button
        size="small"
        variant="outlined"
        color="primary"
        aria-haspopup="dialog"
        disabled={!selected.length}
        onClick={() => {
          setDone(false);
          setAssignment(assignmentForFindings(selected));
        }}
      >
        {t('assign.audit.assign')}
      </Button>
      <ExportButton
        entityRefs={selected.map(({ entityRef }) => entityRef)}
        label={t('assign.audit.export')}
      />
      <Typography variant="body2" role="status">
        {done && !selected.length
          ? t('assign.audit.again')
          : selected.length > 0 &&
            t('assign.audit.selected', { count: selected.length })}
      </Typography>
      {assignment && (
        <AssignDialog
          entityRefs={assignment.entityRefs}
          only={assignment.keys}
          meantFor={assignment.meantFor}
          onClose={() => setAssignment(undefined)}
          onAssigned={({ changeId }) => {
            setDone(Boolean(changeId));
            onAssigned();
          }}
        />
      )}
    </div>
  );
}
