import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { Confidential, EntityName } from '../EntityName';

const TOP = 3;

const useStyles = makeStyles(
  {
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
  },
  { name: 'CustomerLayerTopNames' },
);

/** Something to name. */
export type Named = {
  ref: string;
  title?: string;
  exists: boolean;
  /** Said after the name. */
  note?: string;
};

/** Props of {@link TopNames}. */
export type TopNamesProps = {
  names: Named[];
  confidential: Confidential;
  /** Said where there are none. */
  none: string;
};

/** The first names of a list, and how many more there are. */
export function TopNames({ names, confidential, none }: TopNamesProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  if (!names.length) {
    return (
      <Typography variant="inherit" color="textSecondary">
        <em>{none}</em>
      </Typography>
    );
  }
  return (
    <ul className={classes.list}>
      {names.slice(0, TOP).map(({ ref, title, exists, note }) => (
        <li key={ref}>
          <EntityName
            entityRef={ref}
            title={title}
            exists={exists}
            confidential={confidential}
          />
          {note && ` · ${note}`}
        </li>
      ))}
      {names.length > TOP && (
        <li>{t('list.more', { count: names.length - TOP })}</li>
      )}
    </ul>
  );
}
