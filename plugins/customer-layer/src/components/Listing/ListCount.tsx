import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

/** How many items a list shows of how many, told again whenever that changes. */
export const ListCount = ({ children }: { children: ReactNode }) => (
  <Typography
    variant="caption"
    color="textSecondary"
    component="p"
    role="status"
  >
    {children}
  </Typography>
);
