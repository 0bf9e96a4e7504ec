export { CustomersBody } from './CustomersBody';
export { CustomersPage } from './CustomersPage';
