import { makeStyles } from '@material-ui/core/styles';
import LockOutlined from '@material-ui/icons/LockOutlined';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { isMaskedRef } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Confidential, useNameOf } from './EntityName';

const useStyles = makeStyles(
  theme => ({
    name: {
      overflowWrap: 'anywhere',
      // A long name goes on from the words before it, and what comes after it stands beside its end.
      '&& > span': {
        display: 'inline',
      },
    },
    confidential: {
      fontStyle: 'italic',
    },
    lock: {
      fontSize: 'inherit',
      marginRight: theme.spacing(0.5),
      verticalAlign: 'text-bottom',
    },
  }),
  { name: 'CustomerLayerTokenName' },
);

/** Props of {@link TokenName}. */
export type TokenNameProps = {
  /** A full ref, or a masked one. */
  entityRef: string;
  title?: string;
  exists?: boolean;
  confidential: Confidential;
};

/** The name of an entity where it may be no link, as on a button. */
export function TokenName(props: TokenNameProps) {
  const { entityRef, title, exists = true, confidential } = props;
  const classes = useStyles();
  const nameOf = useNameOf(confidential);
  if (isMaskedRef(entityRef)) {
    return (
      <span className={classes.confidential}>
        <LockOutlined className={classes.lock} aria-hidden />
        {nameOf(entityRef)}
      </span>
    );
  }
  return (
    <span className={classes.name}>
      {title || !exists ? (
        nameOf(entityRef, title)
      ) : (
        <EntityDisplayName entityRef={entityRef} hideIcon disableTooltip />
      )}
    </span>
  );
}
