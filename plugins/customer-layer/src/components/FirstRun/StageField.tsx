import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Stage,
  STAGES,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { ChoiceField } from '../Listing';

/** Props of {@link StageField}. */
export type StageFieldProps = {
  stage: Stage;
  onChange: (stage: Stage) => void;
};

/** Where an internal customer stands; each stands somewhere. */
export function StageField({ stage, onChange }: StageFieldProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <ChoiceField
      label={t('coverage.customer.stage')}
      help={t('coverage.customer.stageHelp')}
      choices={STAGES.map(value => ({
        value,
        label: t(`delivery.stageName.${value}`),
      }))}
      chosen={[stage]}
      required
      onChange={([chosen]) =>
        onChange(STAGES.find(one => one === chosen) ?? stage)
      }
    />
  );
}
