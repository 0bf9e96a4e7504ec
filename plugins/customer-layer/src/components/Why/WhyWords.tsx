import { parseEntityRef } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { isMaskedRef } from '@missing-layer/backstage-plugin-customer-layer-common';
import { WhyHop } from '../../lib/why';
import { customerLayerTranslationRef } from '../../translation';

/** Props of {@link WhyWords}. */
export type WhyWordsProps = {
  /** At least one. */
  hops: WhyHop[];
  titleOf(ref: string): string | undefined;
  /** What the path leads to, where the user may not read it. */
  confidentialEnd: 'entity' | 'customer';
};

/** A path in one sentence. */
export function WhyWords({ hops, titleOf, confidentialEnd }: WhyWordsProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const end = hops[hops.length - 1].to;
  const nameOf = (ref: string) => {
    if (!isMaskedRef(ref)) {
      return titleOf(ref) ?? parseEntityRef(ref).name;
    }
    return ref === end && confidentialEnd === 'customer'
      ? t('cake.why.aConfidentialCustomer')
      : t('cake.why.aConfidential');
  };
  const reason = hops.reduce((told, { from, to, relation }, index) => {
    const hop = t(`cake.why.hop.${relation}`, { to: nameOf(to) });
    return index
      ? t('cake.why.next', { reason: told, hop })
      : t('cake.why.first', { from: nameOf(from), hop });
  }, '');
  const sentence = t('cake.why.because', { name: nameOf(end), reason });
  return (
    <Typography variant="body2" paragraph style={{ overflowWrap: 'anywhere' }}>
      {sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1)}
    </Typography>
  );
}
