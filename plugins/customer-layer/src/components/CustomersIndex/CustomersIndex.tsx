import Box from '@material-ui/core/Box';
import { useQueryParamState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CustomersPage,
  CustomerSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback, useMemo } from 'react';
import { useCustomers } from '../../hooks/useCustomers';
import { useLanguage } from '../../hooks/useLanguage';
import { Pages } from '../../hooks/usePages';
import {
  isWholeList,
  Listing,
  ListingParams,
  listingQuery,
  readListing,
  writeListing,
} from '../../lib/customerListing';
import { customerLayerTranslationRef } from '../../translation';
import { GraphFooter } from '../GraphFooter';
import { ListCard, ListCount } from '../Listing';
import { MoreButton } from '../MoreButton';
import { CustomerFilters } from './CustomerFilters';
import { CustomersTable } from './CustomersTable';
import { NoCustomers } from './NoCustomers';

type ListProps = {
  listing: Listing;
  onChange: (listing: Listing) => void;
  pages: Pages<CustomerSummary, CustomersPage>;
};

function List({ listing, onChange, pages }: ListProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { first, items } = pages;
  const { totalItems, hiddenItems = 0, graph } = first;
  if (!totalItems && isWholeList(listing)) {
    return <NoCustomers />;
  }
  return (
    <>
      <ListCount>
        {totalItems
          ? t('index.count', {
              shown: items.length.toLocaleString(language),
              total: totalItems.toLocaleString(language),
            })
          : t('index.none')}
        {hiddenItems > 0 && <> {t('index.hidden', { count: hiddenItems })}</>}
      </ListCount>
      {totalItems > 0 && (
        <CustomersTable
          customers={items}
          order={listing.sort}
          onSort={sort => onChange({ ...listing, sort })}
        />
      )}
      <MoreButton pages={pages} />
      <Box mt={2}>
        <GraphFooter builtAt={graph.builtAt} truncated={false} />
      </Box>
    </>
  );
}

/** All customers; which of them, and in which order, stands in the address of the page. */
export function CustomersIndex() {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [params, setParams] = useQueryParamState<ListingParams>('filters');
  const listing = useMemo(() => readListing(params), [params]);
  const query = useMemo(() => listingQuery(listing), [listing]);
  const setListing = useCallback(
    (changed: Listing) => setParams(writeListing(changed)),
    [setParams],
  );
  const answer = useCustomers(query);
  return (
    <ListCard
      title={t('index.title')}
      subtitle={t('index.subtitle')}
      filters={<CustomerFilters listing={listing} onChange={setListing} />}
      answer={answer}
    >
      {pages => <List listing={listing} onChange={setListing} pages={pages} />}
    </ListCard>
  );
}
