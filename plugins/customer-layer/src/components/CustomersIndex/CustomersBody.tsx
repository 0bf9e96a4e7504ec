import Box from '@material-ui/core/Box';
import { CustomersIndex } from './CustomersIndex';

/** The list of all customers in the new frontend system, where the app brings the header. */
export const CustomersBody = () => (
  <Box component="main" px={3} pb={3}>
    <CustomersIndex />
  </Box>
);
