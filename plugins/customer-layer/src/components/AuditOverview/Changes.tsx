import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  AuditRun,
  RuleDescription,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useId, useState } from 'react';
import { useAuditDiff } from '../../hooks/useAudit';
import { comparisonsOf } from '../../lib/audit/changes';
import { customerLayerTranslationRef } from '../../translation';
import {
  AnswerBoundary,
  AnswerFailure,
  AnswerFailureProps,
} from '../AnswerBoundary';
import { ChangesPanel } from './ChangesPanel';

function NothingToCompare(props: AnswerFailureProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return props.failure.reason === 'unknown' ? (
    <Typography variant="body2">{t('audit.changes.first')}</Typography>
  ) : (
    <AnswerFailure {...props} />
  );
}

/** Props of {@link Changes}. */
export type ChangesProps = {
  /** Of each day the last one that is done, the newest first. */
  runs: AuditRun[];
  rules: ReadonlyArray<Pick<RuleDescription, 'id' | 'title'>>;
  version: number;
};

/** What changed since the run before, or since one of some days ago. */
export function Changes({ runs, rules, version }: ChangesProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [days, setDays] = useState(0);
  const comparisons = comparisonsOf(runs);
  const chosen = comparisons.find(one => one.days === days);
  const diff = useAuditDiff(chosen?.runId, version);
  const id = useId();
  return (
    <EntityInfoCard
      title={t('audit.changes.title')}
      headerActions={
        comparisons.length > 0 && (
          <TextField
            id={id}
            select
            size="small"
            variant="outlined"
            label={t('audit.changes.since')}
            value={chosen ? days : 0}
            onChange={event => setDays(Number(event.target.value))}
          >
            <MenuItem value={0}>{t('audit.changes.lastRun')}</MenuItem>
            {comparisons.map(one => (
              <MenuItem key={one.days} value={one.days}>
                {t('audit.changes.daysAgo', { count: one.days })}
              </MenuItem>
            ))}
          </TextField>
        )
      }
    >
      <AnswerBoundary
        answer={diff}
        failed={NothingToCompare}
        loading={<Progress />}
      >
        {changes => <ChangesPanel changes={changes} rules={rules} />}
      </AnswerBoundary>
    </EntityInfoCard>
  );
}
