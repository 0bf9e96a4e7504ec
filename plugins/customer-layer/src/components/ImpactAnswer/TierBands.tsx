import Typography from '@material-ui/core/Typography';
import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CustomerEntry } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useId } from 'react';
import { useLanguage } from '../../hooks/useLanguage';
import { ImpactTier, TierGroup } from '../../lib/impactCustomers';
import { customerLayerTranslationRef } from '../../translation';
import { FoldedList } from '../FoldedList';
import { CustomerHit } from './CustomerHit';
import { useShortName } from './useShortName';

// So many fill two or three lines.
const FEW = 6;

const shade = (theme: Theme, opacity: number) => ({
  backgroundColor: alpha(theme.palette.primary.main, opacity),
});

const useStyles = makeStyles(
  theme => ({
    bands: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(0.75),
    },
    band: {
      display: 'grid',
      gridTemplateColumns: '112px minmax(0, 1fr)',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      overflow: 'hidden',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
      '@media print': {
        breakInside: 'avoid',
      },
    },
    label: {
      padding: theme.spacing(1.25, 1.5),
    },
    name: {
      fontWeight: theme.typography.fontWeightBold as number,
    },
    body: {
      minWidth: 0,
      padding: theme.spacing(1.25, 1.5),
    },
    tier1: {
      backgroundColor: theme.palette.primary.main,
      color: theme.palette.primary.contrastText,
    },
    tier2: shade(theme, 0.28),
    tier3: shade(theme, 0.18),
    tier4: shade(theme, 0.1),
    other: {
      backgroundColor: alpha(theme.palette.text.primary, 0.05),
    },
  }),
  { name: 'CustomerLayerTierBands' },
);

type BandProps = TierGroup & {
  /** The tier in words. */
  title: string;
  hint?: string;
};

function Band({ tier, customers, title, hint }: BandProps) {
  const classes = useStyles();
  const language = useLanguage();
  const nameOf = useShortName('customer');
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const id = useId();
  const shades: Partial<Record<ImpactTier, string>> = {
    1: classes.tier1,
    2: classes.tier2,
    3: classes.tier3,
    4: classes.tier4,
  };
  const labelOf = ({ customerRef, title: named }: CustomerEntry) =>
    nameOf(customerRef, named);
  return (
    <section className={classes.band} aria-labelledby={id}>
      <div className={`${classes.label} ${shades[tier] ?? classes.other}`}>
        <Typography
          id={id}
          className={classes.name}
          variant="body1"
          component="h4"
        >
          {title}
        </Typography>
        <Typography variant="body2" component="div">
          {t('impact.customers', {
            count: customers.length,
            shown: customers.length.toLocaleString(language),
          })}
        </Typography>
      </div>
      <div className={classes.body}>
        {hint && (
          <Typography variant="caption" color="textSecondary" component="p">
            {hint}
          </Typography>
        )}
        <FoldedList
          label={title}
          layout="grid"
          items={customers}
          initial={FEW}
          keyOf={({ customerRef }) => customerRef}
          textOf={labelOf}
        >
          {customer => (
            <CustomerHit customer={customer} label={labelOf(customer)} />
          )}
        </FoldedList>
      </div>
    </section>
  );
}

/** Whom a failure hits, tier by tier. */
export function TierBands({ groups }: { groups: TierGroup[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const titleOf = (tier: ImpactTier) =>
    typeof tier === 'number'
      ? t('impact.group.tier', { tier: String(tier) })
      : t(`impact.group.${tier}`);
  return (
    <div className={classes.bands}>
      {groups.map(group => (
        <Band
          key={group.tier}
          {...group}
          title={titleOf(group.tier)}
          hint={
            group.tier === 'hidden' ? t('impact.group.hiddenHint') : undefined
          }
        />
      ))}
    </div>
  );
}
