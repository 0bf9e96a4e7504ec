import { makeStyles } from '@material-ui/core/styles';

/** Styles that the heads and the rows of lists share. */
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
    // A column of figures.
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
  { name: 'CustomerLayerListTable' },
);
