import Box from '@material-ui/core/Box';
import { TeamsIndex } from './TeamsIndex';

/** The list of all operations teams in the new frontend system, where the app brings the header. */
export const TeamsBody = () => (
  <Box component="main" px={3} pb={3}>
    <TeamsIndex />
  </Box>
);
