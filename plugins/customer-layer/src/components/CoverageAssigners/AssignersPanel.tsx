import Typography from '@material-ui/core/Typography';
import { Link, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  AssignersStatus,
  DryRun,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useAssigners, useDryRun } from '../../hooks/useAssigners';
import { Answer } from '../../hooks/useAnswer';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary, CompactFailure } from '../AnswerBoundary';
import { FoldedList } from '../FoldedList';
import { Section } from '../Section';
import { AssignerItem } from './AssignerItem';
import { FaultList } from './FaultList';
import { FileList } from './FileList';
import { OverlapList } from './OverlapList';

const DOCS =
  'https://github.com/missing-layer/customer-layer/blob/main/docs/assign.md';

type StatusProps = { status: AssignersStatus; dryRun: Answer<DryRun> };

function Status({ status, dryRun }: StatusProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { assigners, faults, files } = status;
  const known = dryRun.status === 'ready' ? dryRun.value : undefined;
  return (
    <>
      {faults.length > 0 && (
        <Section title={t('coverage.assigners.faults')} count={faults.length}>
          <Typography variant="body2" color="textSecondary">
            {t('coverage.assigners.faultsText')}
          </Typography>
          <FaultList faults={faults} />
        </Section>
      )}
      <Section title={t('coverage.assigners.title')} count={assigners.length}>
        {assigners.length ? (
          <FoldedList
            label={t('coverage.assigners.list')}
            items={assigners}
            keyOf={({ source }) => source}
            textOf={({ source, says }) => `${source} ${says}`}
          >
            {assigner => (
              <AssignerItem
                assigner={assigner}
                touched={known?.assigners.find(
                  ({ source }) => source === assigner.source,
                )}
              />
            )}
          </FoldedList>
        ) : (
          <Typography variant="body2">
            {t('coverage.assigners.none')}
          </Typography>
        )}
        {dryRun.status === 'loading' && assigners.length > 0 && <Progress />}
        {dryRun.status === 'failed' && <CompactFailure {...dryRun} />}
      </Section>
      {known && known.overlaps.length > 0 && (
        <Section
          title={t('coverage.assigners.overlaps')}
          count={known.overlaps.length}
        >
          <OverlapList overlaps={known.overlaps} />
        </Section>
      )}
      {files.length > 0 && (
        <Section title={t('coverage.assigners.files')} count={files.length}>
          <FileList files={files} />
        </Section>
      )}
    </>
  );
}

/** Props of {@link AssignersPanel}. */
export type AssignersPanelProps = {
  /** Changes whenever what is shown may have. */
  version: string;
};

/** Which rules and aliases there are, what is wrong with them, and what they touch. */
export function AssignersPanel({ version }: AssignersPanelProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const status = useAssigners();
  const dryRun = useDryRun(version);
  return (
    <EntityInfoCard title={t('coverage.assigners.title')}>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('coverage.assigners.text')}{' '}
        <Link to={DOCS} underline="always">
          {t('coverage.assigners.docs')}
        </Link>
      </Typography>
      <AnswerBoundary answer={status} loading={<Progress />}>
        {known => <Status status={known} dryRun={dryRun} />}
      </AnswerBoundary>
    </EntityInfoCard>
  );
}
