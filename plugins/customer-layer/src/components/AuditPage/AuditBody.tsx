import Box from '@material-ui/core/Box';
import { AuditContent } from './AuditContent';

/** The page of the audit in the new frontend system, where the app brings the header. */
export const AuditBody = () => (
  <Box component="main" px={3} pb={3}>
    <AuditContent />
  </Box>
);
