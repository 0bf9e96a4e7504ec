import { makeStyles } from '@material-ui/core/styles';
import CloudOutlined from '@material-ui/icons/CloudOutlined';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SupplyEntry } from '@missing-layer/backstage-plugin-customer-layer-common';
import { entryKey } from '../../lib/cakeLight';
import { responsibleForEntry } from '../../lib/stack';
import { customerLayerTranslationRef } from '../../translation';
import { TokenName, useIsMissing } from '../EntityName';
import { Mark } from '../Mark';
import { Token } from './Token';

const useStyles = makeStyles(
  {
    cloud: {
      flexShrink: 0,
      fontSize: '1.1rem',
    },
  },
  { name: 'CustomerLayerEntryToken' },
);

/** Props of {@link EntryToken}. */
export type EntryTokenProps = { entry: SupplyEntry; whyId: string };

/** Something that an entity rests on, in its layer. */
export function EntryToken({ entry, whyId }: EntryTokenProps) {
  const { entityRef, title, exists } = entry;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const missing = useIsMissing(entityRef) || !exists;
  const ours = responsibleForEntry(entry) === 'us';
  return (
    <Token lightKey={entryKey(entityRef)} whyId={whyId} dashed={!ours}>
      <TokenName
        entityRef={entityRef}
        title={title}
        exists={!missing}
        confidential="entity"
      />
      {missing && <Mark inline label={t('name.notInCatalog')} />}
      {!ours && (
        <CloudOutlined
          className={classes.cloud}
          titleAccess={t('cake.byProvider')}
        />
      )}
    </Token>
  );
}
