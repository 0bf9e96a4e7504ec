import { makeStyles } from '@material-ui/core/styles';
import LockOutlined from '@material-ui/icons/LockOutlined';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { isMaskedRef } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { Mark } from '../Mark';
import { useIsMissing } from './MissingRefs';

const useStyles = makeStyles(
  theme => ({
    name: {
      display: '-webkit-inline-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 2,
      overflow: 'hidden',
      overflowWrap: 'anywhere',
      verticalAlign: 'bottom',
    },
    confidential: {
      fontStyle: 'italic',
      color: theme.palette.text.secondary,
    },
    lock: {
      fontSize: 'inherit',
      marginRight: theme.spacing(0.5),
      verticalAlign: 'text-bottom',
    },
    missing: {
      display: 'inline-flex',
      flexWrap: 'wrap',
      columnGap: theme.spacing(0.75),
    },
  }),
  { name: 'CustomerLayerEntityName' },
);

/** What is shown in place of the name of something that the user may not read. */
export type Confidential = 'customer' | 'team' | 'entity';

const CONFIDENTIAL = {
  customer: 'name.confidentialCustomer',
  team: 'name.confidentialTeam',
  entity: 'name.confidentialEntity',
} as const;

/** Gives the name of an entity as plain text, as far as it is known without asking the catalog. */
export function useNameOf(confidential: Confidential) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (entityRef: string, title?: string) =>
    isMaskedRef(entityRef) ? t(CONFIDENTIAL[confidential]) : title ?? entityRef;
}

/** Props of {@link EntityName}. */
export type EntityNameProps = {
  /** A full ref, or a masked one. */
  entityRef: string;
  title?: string;
  /** False marks it as missing and links nowhere; else what the answer says of the ref counts. */
  exists?: boolean;
  confidential?: Confidential;
};

/** The name of an entity: a link where it leads somewhere, and why not where it doesn't. */
export function EntityName(props: EntityNameProps) {
  const { entityRef, title, exists = true, confidential = 'entity' } = props;
  const classes = useStyles();
  const missing = useIsMissing(entityRef) || !exists;
  const { t } = useTranslationRef(customerLayerTranslationRef);

  if (isMaskedRef(entityRef)) {
    return (
      <span className={classes.confidential}>
        <LockOutlined className={classes.lock} aria-hidden />
        {t(CONFIDENTIAL[confidential])}
      </span>
    );
  }
  if (missing) {
    return (
      <span className={classes.missing}>
        <span className={classes.name} title={entityRef}>
          {title ?? entityRef}
        </span>
        <Mark inline label={t('name.notInCatalog')} />
      </span>
    );
  }
  return (
    <EntityRefLink className={classes.name} entityRef={entityRef} hideIcon>
      {title}
    </EntityRefLink>
  );
}
