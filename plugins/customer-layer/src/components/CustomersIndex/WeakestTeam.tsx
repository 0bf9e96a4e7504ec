import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleOutline from '@material-ui/icons/CheckCircleOutline';
import ReportProblemOutlined from '@material-ui/icons/ReportProblemOutlined';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CustomerRow } from '../../lib/customerListing';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';

const useStyles = makeStyles(
  theme => ({
    team: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(0.75),
    },
    text: {
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    ready: {
      color: theme.palette.success.main,
    },
    weak: {
      color: theme.palette.warning.main,
    },
    failing: {
      color: theme.palette.error.main,
    },
  }),
  { name: 'CustomerLayerWeakestTeam' },
);

// With half of its pillars missing, a team won't last.
const FAILING = 2;

/** The weakest team behind a customer, and how weak it is. */
export function WeakestTeam({ row }: { row: CustomerRow }) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { delivery, weakest } = row;
  if (delivery === 'hidden' || delivery === 'none') {
    return <></>;
  }
  if (!weakest) {
    return (
      <div className={classes.team}>
        <CheckCircleOutline
          className={classes.ready}
          fontSize="small"
          aria-hidden
        />
        <Typography variant="body2" component="span">
          {t('index.noneWeak')}
        </Typography>
      </div>
    );
  }
  const { teamRef, passed, total } = weakest;
  return (
    <div className={classes.team}>
      <ReportProblemOutlined
        className={
          passed !== undefined && passed <= FAILING
            ? classes.failing
            : classes.weak
        }
        fontSize="small"
        aria-hidden
      />
      <div className={classes.text}>
        <Typography variant="body2" component="div">
          <EntityName entityRef={teamRef} confidential="team" />
        </Typography>
        {passed !== undefined && (
          <Typography variant="caption" color="textSecondary" component="div">
            {t('index.passes', {
              passed: String(passed),
              total: String(total),
            })}
          </Typography>
        )}
      </div>
    </div>
  );
}
