import { Entity } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CustomerEntry,
  EntityLayers,
  readDeclarations,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useId } from 'react';
import { customerKey } from '../../lib/cakeLight';
import { customerSections } from '../../lib/customers';
import { kindName } from '../../lib/kinds';
import { SUGGESTED, annotationSnippet } from '../../lib/snippets';
import { customerLayerTranslationRef } from '../../translation';
import { BeginLink } from '../BeginLink';
import { DeclareHint } from '../DeclareHint';
import { FoldedList } from '../FoldedList';
import { CustomerToken } from './CustomerToken';
import { Tiers } from './Tiers';
import { useOpened } from '../Light';
import { Section } from '../Section';
import { useNameOf } from '../EntityName';
import { WhyCustomer } from '../Why';

// So many fill two or three lines.
const FEW = 8;

const useStyles = makeStyles(
  theme => ({
    sections: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(2, 3),
    },
    internal: {
      flex: '1 1 196px',
      minWidth: 0,
    },
    // Those who pay come first, and get the most room.
    economic: {
      flex: '3 1 400px',
      minWidth: 0,
    },
  }),
  { name: 'CustomerLayerCustomersPanel' },
);

/** Props of {@link CustomersPanel}. */
export type CustomersPanelProps = {
  entity: Entity;
  layers: EntityLayers;
};

/** Says that nobody is known to be a customer, and what to write if somebody is. */
function NoCustomers({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { economicCustomers, internalCustomers } = SUGGESTED;
  const { declarations } = readDeclarations(entity);
  const saysNoEconomic = declarations.economicCustomers?.length === 0;
  const saysNoInternal = declarations.internalCustomers?.length === 0;
  if (saysNoEconomic && saysNoInternal) {
    return (
      <Typography variant="body2">{t('customers.explicitNobody')}</Typography>
    );
  }
  const meaning = saysNoInternal
    ? t('customers.explicitNoInternal')
    : t('customers.none', { kind: kindName(entity, t) });
  return (
    <>
      <DeclareHint
        meaning={saysNoEconomic ? t('customers.explicitNone') : meaning}
        remedy={t('customers.addHint')}
        snippet={annotationSnippet(entity, {
          ...(!saysNoEconomic && { economicCustomers }),
          ...(!saysNoInternal && { internalCustomers }),
        })}
      />
      <BeginLink />
    </>
  );
}

/** Says that nobody is known to pay, where others are known to be served. */
function NoEconomic({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { economicCustomers } = SUGGESTED;
  const { declarations } = readDeclarations(entity);
  return (
    <DeclareHint
      meaning={
        declarations.economicCustomers?.length === 0
          ? t('customers.explicitNone')
          : t('customers.noEconomic', { kind: kindName(entity, t) })
      }
      toggle={t('customers.howTo')}
      snippet={annotationSnippet(entity, { economicCustomers })}
    />
  );
}

/** Whom an entity is for: those who pay first, then those inside the organization. */
export function CustomersPanel({ entity, layers }: CustomersPanelProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const nameOf = useNameOf('customer');
  const { opened } = useOpened();
  const whyId = useId();
  const { customers } = layers;
  if (!customers.length) {
    return <NoCustomers entity={entity} />;
  }

  const sections = customerSections(customers);
  const explained = customers.find(entry => customerKey(entry) === opened);
  return (
    <>
      <div className={classes.sections}>
        {sections[0].id !== 'economic' && (
          <div className={classes.economic}>
            <Section
              level="h5"
              title={t('customers.section.economic')}
              count={0}
            >
              <NoEconomic entity={entity} />
            </Section>
          </div>
        )}
        {sections.map(({ id, customers: listed }) => (
          <div
            key={id}
            className={id === 'economic' ? classes.economic : classes.internal}
          >
            <Section
              level="h5"
              title={t(`customers.section.${id}`)}
              count={listed.length}
            >
              {listed.length > FEW && <Tiers customers={listed} />}
              <FoldedList
                label={t(`customers.section.${id}`)}
                layout="grid"
                items={listed}
                initial={FEW}
                keyOf={customer => customer.customerRef}
                textOf={(customer: CustomerEntry) =>
                  nameOf(customer.customerRef, customer.title)
                }
              >
                {customer => (
                  <CustomerToken customer={customer} whyId={whyId} />
                )}
              </FoldedList>
            </Section>
          </div>
        ))}
      </div>
      {explained && (
        <WhyCustomer
          key={opened}
          id={whyId}
          entity={entity}
          layers={layers}
          customer={explained}
        />
      )}
    </>
  );
}
