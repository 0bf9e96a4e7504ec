import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SuggestionReason } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { listAll } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';

/** Gives reasons as a sentence. */
export function useReasonText() {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const textOf = ({ code, count }: SuggestionReason): string => {
    switch (code) {
      case 'owner':
      case 'near-owner':
      case 'name-or-type':
        return t(`coverage.suggestions.reason.${code}`);
      default:
        return t(`coverage.suggestions.reason.${code}`, { count });
    }
  };
  return (reasons: readonly SuggestionReason[]): string =>
    t('coverage.suggestions.because', {
      reasons: listAll(reasons.map(textOf), language),
    });
}
