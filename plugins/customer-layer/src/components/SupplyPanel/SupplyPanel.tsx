import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  LayerId,
  SupplyEntry,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { DeclareHint } from '../DeclareHint';
import { StackList } from './StackList';

const SNIPPET = 'spec:\n  dependsOn:\n    - resource:default/orders-database';

/** Props of {@link SupplyPanel}. */
export type SupplyPanelProps = {
  /** Where the entity itself sits. */
  layer: LayerId;
  supply: SupplyEntry[];
};

/** What an entity rests on. */
export function SupplyPanel({ layer, supply }: SupplyPanelProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <>
      <Typography variant="caption" color="textSecondary" paragraph>
        {t('supply.ownLayer', { layer: t(`layer.${layer}`) })}
      </Typography>
      {supply.length ? (
        <StackList supply={supply} />
      ) : (
        <DeclareHint meaning={t('supply.none')} snippet={SNIPPET} />
      )}
    </>
  );
}
