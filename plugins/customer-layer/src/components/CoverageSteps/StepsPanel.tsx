import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { CoverageAspect } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useWhereToBegin } from '../../hooks/useCoverage';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { AspectSwitch } from './AspectSwitch';
import { StepList } from './StepList';

const MOST_STEPS = 50;

/** Props of {@link StepsPanel}. */
export type StepsPanelProps = {
  aspect: CoverageAspect;
  onAspect: (aspect: CoverageAspect) => void;
  /** Changes whenever what is shown may have. */
  version: string;
  /** Absent where one may not assign anything. */
  onAssign?: (entityRefs: string[]) => void;
};

/** Where to begin: the few declarations that cover the most. */
export function StepsPanel(props: StepsPanelProps) {
  const { aspect, onAspect, version, onAssign } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const answer = useWhereToBegin({ aspect, limit: MOST_STEPS }, version);
  return (
    <EntityInfoCard title={t('coverage.steps.title')}>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('coverage.steps.text')}
      </Typography>
      <Box mb={2}>
        <AspectSwitch aspect={aspect} onChange={onAspect} />
      </Box>
      <AnswerBoundary answer={answer} loading={<Progress />}>
        {begin => (
          <StepList
            begin={begin}
            onAssign={onAssign && (ref => onAssign([ref]))}
          />
        )}
      </AnswerBoundary>
    </EntityInfoCard>
  );
}
