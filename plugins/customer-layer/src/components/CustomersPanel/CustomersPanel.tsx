import { Entity } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CustomerEntry,
  readDeclarations,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerSections } from '../../lib/customers';
import { kindName } from '../../lib/kinds';
import { SUGGESTED, annotationSnippet } from '../../lib/snippets';
import { customerLayerTranslationRef } from '../../translation';
import { DeclareHint } from '../DeclareHint';
import { FoldedList } from '../FoldedList';
import { Section } from '../Section';
import { useNameOf } from '../EntityName';
import { CustomerItem } from './CustomerItem';

/** Props of {@link CustomersPanel}. */
export type CustomersPanelProps = {
  entity: Entity;
  customers: CustomerEntry[];
};

/** Whom an entity is for: those who pay first, then those inside the organization. */
export function CustomersPanel({ entity, customers }: CustomersPanelProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const nameOf = useNameOf('customer');
  const kind = kindName(entity);
  const { economicCustomers, internalCustomers } = SUGGESTED;
  const { declarations } = readDeclarations(entity);
  const saysNoEconomic = declarations.economicCustomers?.length === 0;
  const saysNoInternal = declarations.internalCustomers?.length === 0;

  if (!customers.length && saysNoEconomic && saysNoInternal) {
    return (
      <Typography variant="body2">{t('customers.explicitNobody')}</Typography>
    );
  }
  if (!customers.length) {
    const meaning = saysNoInternal
      ? t('customers.explicitNoInternal')
      : t('customers.none', { kind });
    return (
      <DeclareHint
        meaning={saysNoEconomic ? t('customers.explicitNone') : meaning}
        remedy={t('customers.addHint')}
        snippet={annotationSnippet(entity, {
          ...(!saysNoEconomic && { economicCustomers }),
          ...(!saysNoInternal && { internalCustomers }),
        })}
      />
    );
  }

  const labelOf = (customer: CustomerEntry) =>
    nameOf(customer.customerRef, customer.title);
  const sections = customerSections(customers);
  const withoutEconomic = sections[0].id !== 'economic';

  return (
    <>
      {withoutEconomic && (
        <Section title={t('customers.section.economic')} count={0}>
          <DeclareHint
            meaning={
              saysNoEconomic
                ? t('customers.explicitNone')
                : t('customers.noEconomic', { kind })
            }
            toggle={t('customers.howTo')}
            snippet={annotationSnippet(entity, { economicCustomers })}
          />
        </Section>
      )}
      {sections.map(({ id, customers: listed }) => (
        <Section
          key={id}
          title={t(`customers.section.${id}`)}
          count={listed.length}
        >
          <FoldedList
            label={t(`customers.section.${id}`)}
            items={listed}
            keyOf={customer => customer.customerRef}
            textOf={labelOf}
          >
            {customer => (
              <CustomerItem customer={customer} label={labelOf(customer)} />
            )}
          </FoldedList>
        </Section>
      ))}
    </>
  );
}
