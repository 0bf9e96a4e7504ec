import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ReportProblemOutlined from '@material-ui/icons/ReportProblemOutlined';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AssignmentFault } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { FoldedList } from '../FoldedList';

const useStyles = makeStyles(
  theme => ({
    fault: {
      display: 'flex',
      gap: theme.spacing(1),
      overflowWrap: 'anywhere',
    },
    icon: {
      color: theme.palette.warning.main,
    },
  }),
  { name: 'CustomerLayerFaultList' },
);

/** What is wrong with rules, aliases and files of them, and where. */
export function FaultList({ faults }: { faults: AssignmentFault[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <FoldedList
      label={t('coverage.assigners.faults')}
      items={faults}
      keyOf={({ at, line, id, message }) =>
        JSON.stringify([at, line, id, message])
      }
      textOf={({ at, id, message }) => `${id ?? ''} ${message} ${at}`}
    >
      {({ at, line, id, message }) => (
        <div className={classes.fault}>
          <ReportProblemOutlined
            className={classes.icon}
            fontSize="small"
            aria-hidden
          />
          <div>
            <Typography variant="body2" component="div">
              {id ? t('coverage.assigners.faultOf', { id, message }) : message}
            </Typography>
            <Typography variant="caption" color="textSecondary" component="div">
              {line
                ? t('coverage.assigners.line', { at, line: String(line) })
                : at}
            </Typography>
          </div>
        </div>
      )}
    </FoldedList>
  );
}
