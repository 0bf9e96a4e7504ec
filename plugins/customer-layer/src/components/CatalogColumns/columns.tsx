import { Entity } from '@backstage/catalog-model';
import { TableColumn } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { CustomersCell } from './CustomersCell';
import { OperationsTeamCell } from './OperationsTeamCell';

function Title({ column }: { column: 'customers' | 'operationsTeam' }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return <>{t(`columns.${column}`)}</>;
}

// The list of the catalog holds a page, and these are not known in it: sorted or searched it would be by chance.
const unsorted = { sorting: false, searchable: false } as const;

/**
 * A column for the list of the catalog: for whom each entity is, by whatever path.
 *
 * @remarks
 *
 * All rows of a page are asked for in one question.
 *
 * @public
 */
export const createCustomersColumn = <
  Row extends { entity: Entity },
>(): TableColumn<Row> => ({
  ...unsorted,
  title: <Title column="customers" />,
  render: ({ entity }) => <CustomersCell entity={entity} />,
});

/**
 * A column for the list of the catalog: who keeps each entity running.
 *
 * @remarks
 *
 * All rows of a page are asked for in one question.
 *
 * @public
 */
export const createOperationsTeamColumn = <
  Row extends { entity: Entity },
>(): TableColumn<Row> => ({
  ...unsorted,
  title: <Title column="operationsTeam" />,
  render: ({ entity }) => <OperationsTeamCell entity={entity} />,
});
