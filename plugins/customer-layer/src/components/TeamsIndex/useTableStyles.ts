import { makeStyles } from '@material-ui/core/styles';

/** Styles that the head and the rows of the table share. */
export const useTableStyles = makeStyles(
  theme => ({
    table: {
      tableLayout: 'fixed',
    },
    head: {
      padding: theme.spacing(0.5, 1),
    },
    cell: {
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
      padding: theme.spacing(1.25, 1),
    },
    name: {
      width: '20%',
      [theme.breakpoints.down('sm')]: {
        width: '100%',
      },
    },
    figure: {
      width: theme.spacing(13),
    },
    wide: {
      [theme.breakpoints.down('sm')]: {
        display: 'none',
      },
    },
    narrow: {
      [theme.breakpoints.up('md')]: {
        display: 'none',
      },
    },
  }),
  { name: 'CustomerLayerTeamsTable' },
);
