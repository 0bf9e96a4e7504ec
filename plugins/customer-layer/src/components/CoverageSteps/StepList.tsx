import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { WhereToBegin } from '@missing-layer/backstage-plugin-customer-layer-common';
import { coverageSearch } from '../../lib/coverageView/address';
import { customerLayerTranslationRef } from '../../translation';
import { FoldedList } from '../FoldedList';
import { StepItem } from './StepItem';
import { StepLimits } from './StepLimits';

/** Props of {@link StepList}. */
export type StepListProps = {
  begin: WhereToBegin;
  /** How many to show before somebody asks for all. */
  initial?: number;
  /** Absent where one may not assign anything. */
  onAssign?: (entityRef: string) => void;
};

/**
 * Where to declare something, the place that covers the most first; says so where nothing is left to do, and where no place
 * covers more than itself, so that one at a time would take long.
 */
export function StepList({ begin, initial, onAssign }: StepListProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { aspect, entities, covered, steps, hiddenPlaces } = begin;
  const isLeft = covered < entities;
  const words = () => {
    if (!entities) {
      return t('coverage.steps.noneAtAll');
    }
    if (!isLeft) {
      return t('coverage.steps.none');
    }
    return hiddenPlaces
      ? t('coverage.steps.unreachedReadable')
      : t('coverage.steps.unreached');
  };
  return (
    <>
      {steps.length > 1 && steps[0].gain === 1 && (
        <Typography variant="body2" paragraph>
          {t('coverage.steps.single')}{' '}
          <Link to={coverageSearch('gaps', aspect)}>
            {t('coverage.steps.toGaps')}
          </Link>
        </Typography>
      )}
      {steps.length ? (
        <FoldedList
          label={t('coverage.steps.list')}
          items={steps}
          initial={initial}
          keyOf={({ entityRef }) => entityRef}
          textOf={({ entityRef, title }) => title ?? entityRef}
        >
          {step => (
            <StepItem step={step} entities={entities} onAssign={onAssign} />
          )}
        </FoldedList>
      ) : (
        <Typography variant="body2">{words()}</Typography>
      )}
      {isLeft && <StepLimits begin={begin} />}
    </>
  );
}
