import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Stage } from '@missing-layer/backstage-plugin-customer-layer-common';
import { FormEvent, useState } from 'react';
import { useEntitiesByRef } from '../../hooks/useEntitiesByRef';
import { plainName } from '../../lib/audit/plainName';
import { customersOf } from '../../lib/coverageView/newCustomers';
import { customerLayerTranslationRef } from '../../translation';
import { EntitySearchField } from '../EntitySearchField';
import { CreationNote } from './CreationNote';
import { StageField } from './StageField';
import { useCreation } from './useCreation';

const GROUPS = ['group'];

const TITLES = {
  fields: ['metadata.name', 'metadata.title', 'spec.profile.displayName'],
  as({ metadata, spec }: Entity): string {
    const profile = spec?.profile;
    const shown =
      typeof profile === 'object' && profile && 'displayName' in profile
        ? profile.displayName
        : undefined;
    return (
      metadata.title ?? (typeof shown === 'string' ? shown : metadata.name)
    );
  },
};

/** Props of {@link GroupCustomers}. */
export type GroupCustomersProps = {
  /** Called when some were created. */
  onCreated: () => void;
};

/** Creates internal customers that stand for groups of the catalog. */
export function GroupCustomers({ onCreated }: GroupCustomersProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [groups, setGroups] = useState<string[]>([]);
  const [stage, setStage] = useState<Stage>('front-stage');
  const titles = useEntitiesByRef(groups, TITLES);
  const known = titles.status === 'ready' ? titles.value : undefined;
  const creation = useCreation(onCreated);
  const customers = customersOf(
    groups.map(ref => ({
      title: known?.get(ref) ?? plainName(ref),
      type: 'internal',
      stage,
    })),
  ).map((customer, index) => ({ ...customer, represents: [groups[index]] }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    creation.create(customers, created => {
      const done = created.flatMap(({ represents = [] }) => represents);
      setGroups(groups.filter(ref => !done.includes(ref)));
    });
  };
  return (
    <form onSubmit={submit}>
      <Box py={1}>
        <EntitySearchField
          label={t('coverage.customer.groups')}
          help={t('coverage.customer.groupsHelp')}
          kinds={GROUPS}
          confidential="team"
          picked={groups}
          onChange={setGroups}
        />
      </Box>
      <Box py={1} maxWidth={240}>
        <StageField stage={stage} onChange={setStage} />
      </Box>
      <Button
        type="submit"
        size="small"
        variant="contained"
        color="primary"
        disabled={creation.busy || !known || !customers.length}
      >
        {t('coverage.customer.submit', { count: customers.length })}
      </Button>
      <CreationNote creation={creation} />
    </form>
  );
}
