import { parseEntityRef } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { isMaskedRef } from '@missing-layer/backstage-plugin-customer-layer-common';
import { WhyHop } from '../../lib/why';
import { customerLayerTranslationRef } from '../../translation';
import { Confidential, EntityName } from '../EntityName';

const useStyles = makeStyles(
  theme => ({
    chain: {
      listStyle: 'none',
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'stretch',
      rowGap: theme.spacing(1.5),
      margin: theme.spacing(0, 0, 1),
      padding: 0,
      [theme.breakpoints.down('sm')]: {
        flexDirection: 'column',
        rowGap: 0,
      },
    },
    step: {
      display: 'flex',
      alignItems: 'center',
      minWidth: 0,
      maxWidth: '100%',
      [theme.breakpoints.down('sm')]: {
        flexDirection: 'column',
        alignItems: 'flex-start',
      },
    },
    // A line with a head, and the relation written above it.
    arrow: {
      position: 'relative',
      flexShrink: 0,
      minWidth: 72,
      padding: theme.spacing(0, 1.75, 0.25, 1),
      margin: theme.spacing(0, 0.5, 2.25, 0.5),
      textAlign: 'center',
      borderBottom: `2px solid ${theme.palette.text.secondary}`,
      '&::after': {
        content: '""',
        position: 'absolute',
        right: -2,
        bottom: -6,
        borderLeft: `8px solid ${theme.palette.text.secondary}`,
        borderTop: '5px solid transparent',
        borderBottom: '5px solid transparent',
      },
      [theme.breakpoints.down('sm')]: {
        minWidth: 0,
        padding: theme.spacing(1, 1, 1, 1.5),
        margin: theme.spacing(0, 0, 1, 2),
        borderBottom: 'none',
        borderLeft: `2px solid ${theme.palette.text.secondary}`,
        '&::after': {
          left: -6,
          right: 'auto',
          bottom: -6,
          borderTop: `8px solid ${theme.palette.text.secondary}`,
          borderLeft: '5px solid transparent',
          borderRight: '5px solid transparent',
          borderBottom: 'none',
        },
      },
    },
    node: {
      minWidth: 0,
      maxWidth: 240,
      padding: theme.spacing(0.5, 1.25),
      border: `1px solid ${theme.palette.grey[500]}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      overflowWrap: 'anywhere',
    },
    end: {
      borderWidth: 2,
      borderColor: theme.palette.primary.main,
    },
  }),
  { name: 'CustomerLayerWhyChain' },
);

/** Props of {@link WhyChain}. */
export type WhyChainProps = {
  /** At least one. */
  hops: WhyHop[];
  /** What the path leads to, as plain text. */
  name: string;
  titleOf(ref: string): string | undefined;
  confidentialEnd: 'entity' | 'customer';
};

type NodeProps = {
  entityRef: string;
  title?: string;
  end?: boolean;
  confidential?: Confidential;
};

function Node({ entityRef, title, end, confidential }: NodeProps) {
  const classes = useStyles();
  return (
    <div className={end ? `${classes.node} ${classes.end}` : classes.node}>
      {!isMaskedRef(entityRef) && (
        <Typography variant="caption" color="textSecondary" component="div">
          {parseEntityRef(entityRef).kind}
        </Typography>
      )}
      <Typography variant="body2" component="div">
        <EntityName
          entityRef={entityRef}
          title={title}
          confidential={confidential}
        />
      </Typography>
    </div>
  );
}

/** A path as a chain: each entity, and an arrow to the next that names how they are related. */
export function WhyChain(props: WhyChainProps) {
  const { hops, name, titleOf, confidentialEnd } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [{ from: start }] = hops;
  return (
    <ol className={classes.chain} aria-label={t('cake.why.path', { name })}>
      <li className={classes.step}>
        <Node entityRef={start} title={titleOf(start)} end />
      </li>
      {hops.map(({ to, relation }, index) => {
        const end = index === hops.length - 1;
        return (
          <li key={index} className={classes.step}>
            <Typography className={classes.arrow} variant="caption">
              {t(`cake.why.arrow.${relation}`)}
            </Typography>
            <Node
              entityRef={to}
              title={titleOf(to)}
              end={end}
              confidential={end ? confidentialEnd : 'entity'}
            />
          </li>
        );
      })}
    </ol>
  );
}
