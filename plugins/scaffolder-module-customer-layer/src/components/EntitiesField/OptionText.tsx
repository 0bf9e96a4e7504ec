import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { Option } from '../../lib/options';
import { customerLayerFieldsTranslationRef } from '../../translation';

/** The title of an option, and what tells it from others of that title. */
export const OptionText = (props: { entityRef: string; option?: Option }) => {
  const { entityRef, option } = props;
  const { t } = useTranslationRef(customerLayerFieldsTranslationRef);
  if (!option) {
    return <>{entityRef}</>;
  }
  const { title, tier } = option;
  return (
    <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      {title}
      <Typography variant="body2" color="textSecondary">
        {tier === undefined
          ? entityRef
          : `${entityRef} · ${t('option.tier', { tier: String(tier) })}`}
      </Typography>
    </div>
  );
};
