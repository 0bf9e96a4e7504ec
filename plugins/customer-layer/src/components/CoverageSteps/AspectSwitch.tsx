import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  COVERAGE_ASPECTS,
  CoverageAspect,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { ChoiceSwitch } from '../ChoiceSwitch';

/** Props of {@link AspectSwitch}. */
export type AspectSwitchProps = {
  aspect: CoverageAspect;
  onChange: (aspect: CoverageAspect) => void;
};

/** What is looked for: customers in a role, or operations teams. */
export function AspectSwitch({ aspect, onChange }: AspectSwitchProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <ChoiceSwitch
      label={t('coverage.aspect.label')}
      choices={COVERAGE_ASPECTS.map(one => ({
        value: one,
        label: t(`coverage.aspect.${one}`),
      }))}
      chosen={aspect}
      onChange={onChange}
    />
  );
}
