import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CustomerSummary } from '@missing-layer/backstage-plugin-customer-layer-common';
import { ListingOrder } from '../../lib/customerListing';
import { customerLayerTranslationRef } from '../../translation';
import { useTableStyles } from '../Listing';
import { CustomerTableRow } from './CustomerTableRow';

/** Props of {@link CustomersTable}. */
export type CustomersTableProps = {
  customers: CustomerSummary[];
  order: ListingOrder;
  onSort: (order: ListingOrder) => void;
};

const useStyles = makeStyles(
  theme => ({
    name: {
      width: '30%',
      [theme.breakpoints.down('sm')]: {
        width: '55%',
      },
    },
  }),
  { name: 'CustomerLayerCustomersTable' },
);

const DIRECTIONS = {
  name: 'ascending',
  tier: 'ascending',
  serves: 'descending',
} as const;

/** Customers, one in a row; where there is little room, what is less urgent moves beneath the name. */
export function CustomersTable(props: CustomersTableProps) {
  const { customers, order, onSort } = props;
  const classes = { ...useTableStyles(), ...useStyles() };
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const sortable = (column: ListingOrder, className: string) => (
    <TableCell
      className={className}
      aria-sort={column === order ? DIRECTIONS[column] : undefined}
    >
      <TableSortLabel
        active={column === order}
        direction={DIRECTIONS[column] === 'ascending' ? 'asc' : 'desc'}
        onClick={() => onSort(column)}
      >
        {t(`index.column.${column}`)}
      </TableSortLabel>
    </TableCell>
  );
  return (
    <Table className={classes.table} aria-label={t('index.table')}>
      <TableHead>
        <TableRow>
          {sortable('name', `${classes.head} ${classes.name}`)}
          <TableCell className={`${classes.head} ${classes.wide}`}>
            {t('index.column.type')}
          </TableCell>
          {sortable(
            'tier',
            `${classes.head} ${classes.wide} ${classes.figure}`,
          )}
          {sortable(
            'serves',
            `${classes.head} ${classes.wide} ${classes.figure}`,
          )}
          <TableCell className={classes.head}>
            {t('index.column.weakest')}
          </TableCell>
          <TableCell className={`${classes.head} ${classes.wide}`}>
            {t('index.column.confirmed')}
          </TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {customers.map(customer => (
          <CustomerTableRow key={customer.customerRef} customer={customer} />
        ))}
      </TableBody>
    </Table>
  );
}
