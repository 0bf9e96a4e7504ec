import Box from '@material-ui/core/Box';
import { EmptyState, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { useReducer } from 'react';
import { useAuditSummary } from '../../hooks/useAudit';
import { KnownRuns, RunControl, useAuditRun } from '../../hooks/useAuditRun';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { BeginLink } from '../BeginLink';
import { Headline, RunStatus } from '../AuditOverview';
import { HiddenHeading } from '../HiddenHeading';
import { AuditViews } from './AuditViews';

const useCount = () => useReducer((count: number) => count + 1, 0);

type StateProps = { known: KnownRuns; control: RunControl };

function NotYet({ known, control }: StateProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <EmptyState
      missing="data"
      title={t('audit.run.none')}
      description={t('audit.run.noneText')}
      action={<RunStatus {...known} control={control} />}
    />
  );
}

/** How the catalog fares, by the last audit; before the first one, how to start it. */
export function AuditContent() {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [looks, look] = useCount();
  const [changes, change] = useCount();
  const answer = useAuditSummary(looks + changes);
  const known = answer.status === 'ready' ? answer.value : undefined;
  const control = useAuditRun(known, look);
  return (
    <AnswerBoundary answer={answer} loading={<Progress />}>
      {({ summary, lastRun }) =>
        summary.run ? (
          // The cards fill what they are in; the page itself would stretch the first of them over all of the window.
          <div>
            <HiddenHeading>{t('audit.subtitle')}</HiddenHeading>
            <EntityInfoCard title={t('audit.headline.title')}>
              <Headline summary={summary} />
              <Box mt={2}>
                <RunStatus
                  summary={summary}
                  lastRun={lastRun}
                  control={control}
                />
              </Box>
              {summary.run.twoCustomers?.both === 0 && <BeginLink />}
            </EntityInfoCard>
            <AuditViews
              summary={summary}
              // Later runs have higher numbers: whatever changes, this does.
              version={summary.run.id + changes}
              onChanged={change}
            />
          </div>
        ) : (
          <NotYet known={{ summary, lastRun }} control={control} />
        )
      }
    </AnswerBoundary>
  );
}
