import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

/** What a cell says in place of a name. */
export const Quiet = ({ children }: { children: ReactNode }) => (
  <Typography variant="inherit" component="span" color="textSecondary">
    {children}
  </Typography>
);
