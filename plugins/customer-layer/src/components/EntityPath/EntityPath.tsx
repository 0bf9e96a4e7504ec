import Breadcrumbs from '@material-ui/core/Breadcrumbs';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { EntityName } from '../EntityName';

const useStyles = makeStyles(
  theme => ({
    path: {
      padding: theme.spacing(0.5, 0),
      fontSize: theme.typography.caption.fontSize,
    },
    separator: {
      marginLeft: theme.spacing(0.5),
      marginRight: theme.spacing(0.5),
    },
  }),
  { name: 'CustomerLayerEntityPath' },
);

/** Props of {@link EntityPath}. */
export type EntityPathProps = {
  /** Refs, from the entity itself to where the path leads. */
  path: readonly string[];
  /** What the path leads to. */
  name: string;
  /** Stands on the button where given: how many steps the path has. */
  distance?: number;
};

/** A path through the catalog, folded away until asked for. */
export function EntityPath({ path, name, distance }: EntityPathProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <Disclosure
      label={
        distance === undefined
          ? t('path.show')
          : t('path.steps', { count: distance })
      }
      subject={name}
    >
      <Breadcrumbs
        className={classes.path}
        classes={{ separator: classes.separator }}
        aria-label={t('path.label', { name })}
        maxItems={path.length}
        separator="→"
      >
        {path.map((ref, index) => (
          <EntityName key={index} entityRef={ref} />
        ))}
      </Breadcrumbs>
    </Disclosure>
  );
}
