import Box from '@material-ui/core/Box';
import { CoverageContent } from './CoverageContent';

/** The page of coverage in the new frontend system, where the app brings the header. */
export const CoverageBody = () => (
  <Box component="main" px={3} pb={3}>
    <CoverageContent />
  </Box>
);
