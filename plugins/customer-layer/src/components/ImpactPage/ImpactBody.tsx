import Box from '@material-ui/core/Box';
import { ImpactContent } from './ImpactContent';

/** The impact explorer in the new frontend system, where the app brings the header. */
export const ImpactBody = () => (
  <Box component="main" px={3} pb={3}>
    <ImpactContent />
  </Box>
);
