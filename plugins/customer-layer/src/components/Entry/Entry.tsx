import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReactNode } from 'react';
import { isPathWorthShowing } from '../../lib/origin';
import { customerLayerTranslationRef } from '../../translation';
import { EntityPath } from '../EntityPath';

const useStyles = makeStyles(
  theme => ({
    heading: {
      display: 'flex',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
    },
    name: {
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    note: {
      flexShrink: 0,
    },
    details: {
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'CustomerLayerEntry' },
);

/** Props of {@link Entry}. */
export type EntryProps = {
  name: ReactNode;
  /** The name as plain text. */
  label: string;
  /** Stands at the far end of the line of the name. */
  note?: ReactNode;
  /** In small print beneath the name. */
  details?: ReactNode;
  /** Refs, from the entity itself; shown on demand where it says more than `details`. */
  path: readonly string[];
  /** How many steps away it is, where that is worth saying. */
  distance?: number;
  children?: ReactNode;
};

/** One thing in a list: its name, what is to be said of it, and how one gets there. */
export function Entry(props: EntryProps) {
  const { name, label, note, details, path, distance, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <>
      <div className={classes.heading}>
        <Typography className={classes.name} variant="body2" component="div">
          {name}
        </Typography>
        {note && <div className={classes.note}>{note}</div>}
      </div>
      {details && (
        <Typography
          className={classes.details}
          variant="caption"
          color="textSecondary"
          component="div"
        >
          {details}
        </Typography>
      )}
      {isPathWorthShowing(path) ? (
        <EntityPath path={path} name={label} distance={distance} />
      ) : (
        distance !== undefined &&
        distance > 0 && (
          <Typography variant="caption" color="textSecondary" component="div">
            {t('path.steps', { count: distance })}
          </Typography>
        )
      )}
      {children}
    </>
  );
}
