import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  Coverage,
  CoverageAspect,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useWhereToBegin } from '../../hooks/useCoverage';
import { useLanguage } from '../../hooks/useLanguage';
import { formatShare } from '../../lib/audit/summary';
import { shareOf } from '../../lib/coverageView/figures';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { AspectSwitch, StepList } from '../CoverageSteps';
import { GuideStep } from './GuideStep';
import { PickCustomers } from './PickCustomers';

// One takes in a few at a glance; the others are behind a button.
const STEPS_AT_ONCE = 3;
const MOST_STEPS = 20;

// From here on, what is left is a list to work through and no longer a beginning.
const MUCH = 0.8;

/** Props of {@link FirstRun}. */
export type FirstRunProps = {
  coverage: Coverage;
  aspect: CoverageAspect;
  onAspect: (aspect: CoverageAspect) => void;
  /** Changes whenever what is shown may have. */
  version: string;
  /** Absent where one may not assign anything. */
  onAssign?: (entityRefs: string[]) => void;
  /** Called when customers were created. */
  onCreated: () => void;
  onClose: () => void;
};

/** Leads from a catalog without customers to one in which most of it has some. */
export function FirstRun(props: FirstRunProps) {
  const { coverage, aspect, onAspect, version } = props;
  const { onAssign, onCreated, onClose } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const begin = useWhereToBegin({ aspect, limit: MOST_STEPS }, version);
  const { customers, anyCustomer, entities } = coverage;
  const share = shareOf(anyCustomer, entities);
  return (
    <EntityInfoCard
      title={t('coverage.firstRun.title')}
      headerActions={
        <Button size="small" onClick={onClose}>
          {t('coverage.firstRun.close')}
        </Button>
      }
    >
      <Typography variant="body2" paragraph>
        {t('coverage.firstRun.text')}
      </Typography>
      <ol style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        <GuideStep
          number={1}
          title={t('coverage.firstRun.one')}
          text={
            customers
              ? t('coverage.firstRun.known', { count: customers })
              : t('coverage.firstRun.oneText')
          }
          done={customers > 0}
        >
          <PickCustomers onCreated={onCreated} />
        </GuideStep>
        <GuideStep
          number={2}
          title={t('coverage.firstRun.two')}
          text={
            customers
              ? t('coverage.firstRun.twoText')
              : t('coverage.firstRun.twoWaits')
          }
          done={anyCustomer > 0}
        >
          {customers > 0 && (
            <>
              <Box my={1}>
                <AspectSwitch aspect={aspect} onChange={onAspect} />
              </Box>
              <AnswerBoundary answer={begin} loading={<Progress />}>
                {known => (
                  <StepList
                    begin={known}
                    initial={STEPS_AT_ONCE}
                    onAssign={onAssign && (ref => onAssign([ref]))}
                  />
                )}
              </AnswerBoundary>
            </>
          )}
        </GuideStep>
        <GuideStep
          number={3}
          title={t('coverage.firstRun.three')}
          text={t('coverage.firstRun.threeText', {
            covered: anyCustomer.toLocaleString(language),
            entities: entities.toLocaleString(language),
            share: formatShare(share, language),
          })}
          done={share >= MUCH}
        >
          <Box my={1}>
            <LinearProgress
              variant="determinate"
              value={Math.floor(share * 100)}
              aria-label={t('coverage.firstRun.three')}
            />
          </Box>
          <Typography variant="body2">
            {t('coverage.firstRun.threeMore')}
          </Typography>
        </GuideStep>
      </ol>
    </EntityInfoCard>
  );
}
