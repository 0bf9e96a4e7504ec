import Box from '@material-ui/core/Box';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { DeclareHint } from '../DeclareHint';

const SNIPPET = 'spec:\n  dependsOn:\n    - resource:default/orders-database';

/** Says that an entity is not known to rest on anything, and what to write if it does. */
export function RestsOnNothing() {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <Box px={1.5} pt={1}>
      <DeclareHint meaning={t('supply.none')} snippet={SNIPPET} />
    </Box>
  );
}
