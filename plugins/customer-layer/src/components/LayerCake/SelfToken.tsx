import { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SupplyEntry } from '@missing-layer/backstage-plugin-customer-layer-common';
import { entryKey } from '../../lib/cakeLight';
import { kindName } from '../../lib/kinds';
import { customerLayerTranslationRef } from '../../translation';
import { lightClass, lightStyles } from '../Light';
import { useLit } from '../Light';

const useStyles = makeStyles(
  theme => ({
    ...lightStyles(theme),
    self: {
      ...theme.typography.body2,
      display: 'inline-flex',
      alignItems: 'center',
      flexWrap: 'wrap',
      columnGap: theme.spacing(0.75),
      maxWidth: '100%',
      minHeight: theme.spacing(3.75),
      padding: theme.spacing(0.375, 1.25),
      borderRadius: theme.spacing(2),
      backgroundColor: theme.palette.primary.main,
      color: theme.palette.primary.contrastText,
      lineHeight: '18px',
      overflowWrap: 'anywhere',
    },
    name: {
      fontWeight: theme.typography.fontWeightBold as number,
    },
  }),
  { name: 'CustomerLayerSelfToken' },
);

/** The entity itself, in its own layer. */
export function SelfToken(props: { entity: Entity; entry: SupplyEntry }) {
  const { entity, entry } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const lit = useLit(entryKey(entry.entityRef));
  return (
    <span
      className={`${classes.self} ${lightClass(classes, lit)}`}
      data-light={lit}
      aria-current="true"
    >
      <span className={classes.name}>
        {entity.metadata.title ?? entity.metadata.name}
      </span>{' '}
      {t('cake.self.label', { kind: kindName(entity, t) })}
    </span>
  );
}
