import { Entity } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import {
  CustomerEntry,
  EntityLayers,
  SupplyEntry,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { lazy, ReactNode, Suspense, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { originOf } from '../../lib/origin';
import { titlesIn, whyCustomer, whyEntry } from '../../lib/why';
import { customerLayerTranslationRef } from '../../translation';
import { useNameOf } from '../EntityName';
import { Origin } from '../Origin';
import { Responsible, Teams } from '../SupplyPanel';
import { WhyPathProps } from './WhyPath';
import { WhyRegion } from './WhyRegion';

const WhyPath = lazy(() => import('./WhyPath'));

type Explained = {
  /** Of the region that explains. */
  id: string;
  /** The entity whose cake it is, and what is known of it. */
  entity: Entity;
  layers: EntityLayers;
};

type WhyProps = Explained &
  Omit<WhyPathProps, 'titles'> & {
    /** What else is to be said of it. */
    facts: ReactNode;
  };

function Why({ id, entity, layers, facts, ...rest }: WhyProps) {
  const titles = useMemo(() => titlesIn(layers, entity), [layers, entity]);
  return (
    <WhyRegion id={id} name={rest.name}>
      {/* As high as a short path, so that nothing moves when it arrives. */}
      <div style={{ minHeight: 104 }}>
        <Suspense fallback={<Progress />}>
          <WhyPath {...rest} titles={titles} />
        </Suspense>
      </div>
      <Typography variant="caption" color="textSecondary" component="div">
        {facts}
      </Typography>
    </WhyRegion>
  );
}

/** Props of {@link WhyEntry}. */
export type WhyEntryProps = Explained & { entry: SupplyEntry };

/** Why something is beneath an entity, who keeps it and who is responsible for it. */
export function WhyEntry({ entry, ...rest }: WhyEntryProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const nameOf = useNameOf('entity');
  return (
    <Why
      {...rest}
      question={useMemo(() => whyEntry(entry), [entry])}
      name={nameOf(entry.entityRef, entry.title)}
      confidentialEnd="entity"
      facts={
        <>
          <div>
            <Teams {...entry} />
          </div>
          <div>
            <Responsible entry={entry} />
          </div>
          <div>{t('path.steps', { count: entry.distance })}</div>
        </>
      }
    />
  );
}

/** Props of {@link WhyCustomer}. */
export type WhyCustomerProps = Explained & { customer: CustomerEntry };

/** Why somebody is a customer of an entity. */
export function WhyCustomer({ customer, ...rest }: WhyCustomerProps) {
  const { customerRef, title, source, path, assigned } = customer;
  const nameOf = useNameOf('customer');
  return (
    <Why
      {...rest}
      question={useMemo(() => whyCustomer(customer), [customer])}
      name={nameOf(customerRef, title)}
      confidentialEnd="customer"
      facts={<Origin origin={originOf(source, path)} assigned={assigned} />}
    />
  );
}
