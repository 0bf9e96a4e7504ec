import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AuditRun,
  AuditSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { RunControl } from '../../hooks/useAuditRun';
import { useLanguage } from '../../hooks/useLanguage';
import { formatAge } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    status: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
    },
    words: {
      flex: '1 1 240px',
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    progress: {
      marginTop: theme.spacing(0.5),
      maxWidth: 320,
    },
  }),
  { name: 'CustomerLayerRunStatus' },
);

function Age({ time }: { time: string }) {
  const language = useLanguage();
  return (
    <time dateTime={time} title={time}>
      {formatAge(time, new Date(), language)}
    </time>
  );
}

function Running({ running }: { running?: AuditRun }) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { total, done } = running?.subjects ?? { total: 0, done: 0 };
  return (
    <>
      <Typography variant="body2">
        {total
          ? t('audit.run.running', {
              done: done.toLocaleString(language),
              total: total.toLocaleString(language),
            })
          : t('audit.run.starting')}
      </Typography>
      <LinearProgress
        className={classes.progress}
        aria-label={t('audit.run.progress')}
        {...(total
          ? { variant: 'determinate', value: (100 * done) / total }
          : { variant: 'indeterminate' })}
      />
    </>
  );
}

/** Props of {@link RunStatus}. */
export type RunStatusProps = {
  summary: AuditSummary;
  /** The run that began last, whatever became of it. */
  lastRun?: AuditRun;
  control: RunControl;
};

/** When the audit ran and over what, whether it runs now, and how to start it. */
export function RunStatus({ summary, lastRun, control }: RunStatusProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { run, running, may } = summary;
  const failure =
    lastRun?.state === 'failed' && lastRun.error
      ? t('audit.run.failed', { error: lastRun.error })
      : undefined;
  const problem = control.error ?? (control.waiting ? undefined : failure);
  return (
    <div className={classes.status}>
      <div className={classes.words} role="status">
        {control.waiting ? (
          <Running running={running} />
        ) : (
          run && (
            <Typography variant="body2" color="textSecondary">
              {t('audit.run.at', {
                age: <Age time={run.endedAt ?? run.startedAt} />,
                graphAge: <Age time={run.graph.builtAt} />,
              })}
            </Typography>
          )
        )}
        {problem && (
          <Typography variant="body2" color="error">
            {problem}
          </Typography>
        )}
      </div>
      {may.run && (
        <Button
          variant="outlined"
          color="primary"
          disabled={control.waiting}
          onClick={control.start}
        >
          {t('audit.run.now')}
        </Button>
      )}
    </div>
  );
}
