import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { WhereToBegin } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { FoldedList } from '../FoldedList';
import { StepItem } from './StepItem';

/** Props of {@link StepList}. */
export type StepListProps = {
  begin: WhereToBegin;
  /** How many to show before somebody asks for all. */
  initial?: number;
  onAssign: (entityRef: string) => void;
};

/** Where to declare something, the place that covers the most first; says so where nothing is left to do. */
export function StepList({ begin, initial, onAssign }: StepListProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { entities, covered, steps } = begin;
  const words = () => {
    if (!entities) {
      return t('coverage.steps.noneAtAll');
    }
    return covered >= entities
      ? t('coverage.steps.none')
      : t('coverage.steps.unreached');
  };
  if (!steps.length) {
    return <Typography variant="body2">{words()}</Typography>;
  }
  return (
    <FoldedList
      label={t('coverage.steps.list')}
      items={steps}
      initial={initial}
      keyOf={({ entityRef }) => entityRef}
      textOf={({ entityRef, title }) => title ?? entityRef}
    >
      {step => <StepItem step={step} entities={entities} onAssign={onAssign} />}
    </FoldedList>
  );
}
