import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { IMPACT_MODES, ImpactMode } from '../../lib/impactQuery';
import { customerLayerTranslationRef } from '../../translation';
import { ChoiceSwitch } from '../ChoiceSwitch';

/** Props of {@link ModeSwitch}. */
export type ModeSwitchProps = {
  mode: ImpactMode;
  onChange: (mode: ImpactMode) => void;
};

/** Whether something is down, or is going to be touched. */
export function ModeSwitch({ mode, onChange }: ModeSwitchProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <ChoiceSwitch
      label={t('impact.mode.label')}
      choices={IMPACT_MODES.map(one => ({
        value: one,
        label: t(`impact.mode.${one}`),
      }))}
      chosen={mode}
      onChange={onChange}
    />
  );
}
