import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { createCustomerPermission } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useState } from 'react';
import { customerLayerTranslationRef } from '../../translation';
import { ChoiceSwitch } from '../ChoiceSwitch';
import { CreateCustomers } from './CreateCustomers';
import { GroupCustomers } from './GroupCustomers';

const DOCS =
  'https://github.com/missing-layer/customer-layer/blob/main/docs/import.md';

const WAYS = ['create', 'groups', 'import'] as const;

/** Props of {@link PickCustomers}. */
export type PickCustomersProps = {
  /** Called when some were created. */
  onCreated: () => void;
};

/** Three ways to get customers into the catalog. */
export function PickCustomers({ onCreated }: PickCustomersProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [way, setWay] = useState<(typeof WAYS)[number]>('create');
  const { allowed, loading } = usePermission({
    permission: createCustomerPermission,
  });
  const creates = way !== 'import';
  return (
    <>
      <Box my={1}>
        <ChoiceSwitch
          label={t('coverage.firstRun.one')}
          choices={WAYS.map(value => ({
            value,
            label: t(`coverage.firstRun.${value}`),
          }))}
          chosen={way}
          onChange={setWay}
        />
      </Box>
      {creates && !allowed && !loading && (
        <Typography variant="body2">
          {t('coverage.firstRun.noPermission')}
        </Typography>
      )}
      {way === 'create' && allowed && <CreateCustomers onCreated={onCreated} />}
      {way === 'groups' && allowed && <GroupCustomers onCreated={onCreated} />}
      {way === 'import' && (
        <Typography variant="body2">
          {t('coverage.firstRun.importText')}{' '}
          <Link to={DOCS} underline="always">
            {t('coverage.firstRun.importLink')}
          </Link>
        </Typography>
      )}
    </>
  );
}
