import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityLayers,
  SupplyEntry,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { DeclareHint } from '../DeclareHint';
import { Responsible } from './Responsible';
import { StackList } from './StackList';

const SNIPPET = 'spec:\n  dependsOn:\n    - resource:default/orders-database';

/** Props of {@link SupplyPanel}. */
export type SupplyPanelProps = {
  /** Where the entity itself sits, and who is responsible for it. */
  own: Pick<EntityLayers, 'layer' | 'operatingModel' | 'provider'>;
  supply: SupplyEntry[];
};

/** What an entity rests on. */
export function SupplyPanel({ own, supply }: SupplyPanelProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <>
      <Typography
        variant="caption"
        color="textSecondary"
        component="p"
        paragraph
      >
        {t('supply.ownLayer', { layer: t(`layer.${own.layer}`) })}
        {(own.operatingModel || own.provider) && (
          <>
            {' '}
            <Responsible entry={own} />
          </>
        )}
      </Typography>
      {supply.length ? (
        <StackList supply={supply} />
      ) : (
        <DeclareHint meaning={t('supply.none')} snippet={SNIPPET} />
      )}
    </>
  );
}
