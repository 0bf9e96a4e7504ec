import Typography from '@material-ui/core/Typography';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LayerId } from '@missing-layer/backstage-plugin-customer-layer-common';
import { ReactNode, useId } from 'react';
import { customerLayerTranslationRef } from '../../translation';
import { LAYER_ICONS } from './layerIcons';

const useStyles = makeStyles(
  theme => ({
    band: {
      display: 'grid',
      gridTemplateColumns: '176px minmax(0, 1fr)',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      overflow: 'hidden',
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
      '@media print': {
        breakInside: 'avoid',
        gridTemplateColumns: '150px minmax(0, 1fr)',
      },
    },
    // Stripes tell the provider's part of the stack from ours without a colour.
    striped: {
      backgroundImage: `repeating-linear-gradient(135deg, transparent 0 8px, ${alpha(
        theme.palette.text.primary,
        0.05,
      )} 8px 10px)`,
    },
    label: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      padding: theme.spacing(1.25, 1.5),
      backgroundColor: alpha(theme.palette.text.primary, 0.05),
      [theme.breakpoints.down('sm')]: {
        padding: theme.spacing(0.75, 1.5),
      },
    },
    first: {
      backgroundColor: theme.palette.primary.main,
      color: theme.palette.primary.contrastText,
    },
    second: {
      backgroundColor: alpha(theme.palette.primary.main, 0.14),
    },
    icon: {
      flexShrink: 0,
    },
    names: {
      minWidth: 0,
    },
    name: {
      display: 'inline',
      fontWeight: theme.typography.fontWeightBold as number,
      lineHeight: '20px',
    },
    body: {
      minWidth: 0,
      padding: theme.spacing(1.25, 2),
      [theme.breakpoints.down('sm')]: {
        padding: theme.spacing(1.25, 1.5),
      },
    },
    firstBody: {
      borderColor: theme.palette.primary.main,
    },
  }),
  { name: 'CustomerLayerBand' },
);

/** Props of {@link Band}. */
export type BandProps = {
  layer: LayerId;
  /** How many things there are in it. */
  count?: number;
  /** What the layer is, in a few words. */
  hint?: string;
  /** Whether all of it is the provider's. */
  striped?: boolean;
  children: ReactNode;
};

/** One layer of the cake, across its whole width: its name at the left, what is there beside it. */
export function Band(props: BandProps) {
  const { layer, count, hint, striped, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const id = useId();
  const Icon = LAYER_ICONS[layer];
  // The two layers that pictures of a stack leave out.
  const rank: Partial<Record<LayerId, string>> = {
    customer: classes.first,
    operations: classes.second,
  };
  return (
    <section
      className={[
        classes.band,
        striped ? classes.striped : '',
        layer === 'customer' ? classes.firstBody : '',
      ].join(' ')}
      aria-labelledby={id}
    >
      <div className={`${classes.label} ${rank[layer] ?? ''}`}>
        <Icon className={classes.icon} fontSize="small" aria-hidden />
        <div className={classes.names}>
          <Typography
            id={id}
            className={classes.name}
            variant="body2"
            component="h4"
          >
            {t(`layer.${layer}`)}
          </Typography>
          {count !== undefined && (
            <Typography variant="body2" component="span">
              {' '}
              {count}
            </Typography>
          )}
          {hint && (
            <Typography variant="caption" component="div">
              {hint}
            </Typography>
          )}
        </div>
      </div>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
