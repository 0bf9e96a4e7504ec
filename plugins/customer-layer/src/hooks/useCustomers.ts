import { useApi } from '@backstage/frontend-plugin-api';
import {
  CustomersPage,
  CustomersQuery,
  CustomerSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback } from 'react';
import { customerLayerApiRef } from '../api';
import { usePages } from './usePages';

const PAGE_SIZE = 100;

/**
 * Asks for customers, page by page.
 *
 * @param query - keeps its identity for as long as the question stays the same
 */
export function useCustomers(query: CustomersQuery) {
  const api = useApi(customerLayerApiRef);
  return usePages<CustomerSummary, CustomersPage>(
    useCallback(
      (cursor: string | undefined, signal?: AbortSignal) =>
        api.getCustomers({ ...query, limit: PAGE_SIZE, cursor }, { signal }),
      [api, query],
    ),
  );
}
