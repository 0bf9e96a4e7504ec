import { useApi } from '@backstage/frontend-plugin-api';
import { NewCustomer } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useState } from 'react';
import { assignmentsApiRef } from '../../api';
import { useAct } from '../../hooks/useAct';

/** Creating customers, and what came of it. */
export type Creation = {
  /** Creates customers; `done` is told which were created. */
  create(
    customers: NewCustomer[],
    done: (created: NewCustomer[]) => void,
  ): Promise<void>;
  busy: boolean;
  /** Why none could be created. */
  error?: string;
  /** Titles of those created last. */
  created: string[];
  /** Those refused last, and why. */
  refused: Array<{ name: string; message: string }>;
};

/**
 * Creates customers in the portal.
 *
 * @param onCreated - called when some were created
 */
export function useCreation(onCreated: () => void): Creation {
  const api = useApi(assignmentsApiRef);
  const { run, busy, error } = useAct();
  const [outcome, setOutcome] = useState<Pick<Creation, 'created' | 'refused'>>(
    { created: [], refused: [] },
  );
  return {
    ...outcome,
    busy,
    error,
    create: (customers, done) =>
      run(async () => {
        const { items } = await api.createCustomers(customers);
        const nameOf = ({ title, name }: NewCustomer) => title ?? name;
        const created = customers.filter(
          (_, index) => items[index].result === 'created',
        );
        setOutcome({
          created: created.map(nameOf),
          refused: items.flatMap(({ result, message = '' }, index) =>
            result === 'refused'
              ? [{ name: nameOf(customers[index]), message }]
              : [],
          ),
        });
        done(created);
        if (created.length) {
          onCreated();
        }
      }),
  };
}
