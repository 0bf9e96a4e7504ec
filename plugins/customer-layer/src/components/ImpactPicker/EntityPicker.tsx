import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ImpactMode } from '../../lib/impactQuery';
import { customerLayerTranslationRef } from '../../translation';
import { EntitySearchField } from '../EntitySearchField';

/** Props of {@link EntityPicker}. */
export type EntityPickerProps = {
  /** Refs of what is picked. */
  picked: string[];
  mode: ImpactMode;
  onChange: (picked: string[]) => void;
};

/** Picks what is down, or is going to be touched. */
export function EntityPicker({ picked, mode, onChange }: EntityPickerProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const change = mode === 'change';
  return (
    <EntitySearchField
      label={change ? t('impact.picker.titleChange') : t('impact.picker.title')}
      placeholder={t('impact.picker.placeholder')}
      help={change ? t('impact.picker.hintChange') : t('impact.picker.hint')}
      picked={picked}
      onChange={onChange}
    />
  );
}
