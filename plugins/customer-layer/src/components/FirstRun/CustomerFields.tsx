import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CUSTOMER_ROLES } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useId, useMemo } from 'react';
import { TIERS } from '../../lib/customerListing';
import { CustomerDraft } from '../../lib/coverageView/newCustomers';
import { customerLayerTranslationRef } from '../../translation';
import { EntitySearchField } from '../EntitySearchField';
import { ChoiceField } from '../Listing';
import { StageField } from './StageField';

const OWNERS = ['group', 'user'];

const useStyles = makeStyles(
  theme => ({
    fields: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 150px), 1fr))',
      alignItems: 'start',
      gap: theme.spacing(2),
      border: 0,
      margin: theme.spacing(0, 0, 2),
      padding: theme.spacing(1, 0, 0),
      minWidth: 0,
    },
    title: {
      [theme.breakpoints.up('sm')]: {
        gridColumn: 'span 2',
      },
    },
    legend: {
      padding: 0,
      ...theme.typography.caption,
      color: theme.palette.text.secondary,
    },
    remove: {
      justifySelf: 'start',
    },
  }),
  { name: 'CustomerLayerCustomerFields' },
);

/** Props of {@link CustomerFields}. */
export type CustomerFieldsProps = {
  draft: CustomerDraft;
  /** Of the customer among those being written, from 1. */
  number: number;
  onChange: (draft: CustomerDraft) => void;
  /** Takes it away; absent where it is the only one. */
  onRemove?: () => void;
};

/** What there is to say of a new customer. */
export function CustomerFields(props: CustomerFieldsProps) {
  const { draft, number, onChange, onRemove } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const id = useId();
  const { owner } = draft;
  const owners = useMemo(() => (owner ? [owner] : []), [owner]);
  const set = (changed: Partial<CustomerDraft>) =>
    onChange({ ...draft, ...changed });
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.legend}>
        {t('coverage.customer.number', { number: String(number) })}
      </legend>
      <TextField
        id={id}
        className={classes.title}
        size="small"
        variant="outlined"
        label={t('coverage.customer.title')}
        helperText={t('coverage.customer.titleHelp')}
        InputLabelProps={{ shrink: true }}
        value={draft.title}
        onChange={event => set({ title: event.target.value })}
      />
      <ChoiceField
        label={t('coverage.customer.type')}
        choices={CUSTOMER_ROLES.map(type => ({
          value: type,
          label: t(`delivery.typeName.${type}`),
        }))}
        chosen={[draft.type]}
        required
        onChange={([chosen]) =>
          set({
            type: CUSTOMER_ROLES.find(one => one === chosen) ?? draft.type,
          })
        }
      />
      {draft.type === 'internal' && (
        <StageField stage={draft.stage} onChange={stage => set({ stage })} />
      )}
      <ChoiceField
        label={t('coverage.customer.tier')}
        none={t('coverage.customer.none')}
        choices={TIERS.map(tier => ({
          value: String(tier),
          label: t('name.tier', { tier: String(tier) }),
        }))}
        chosen={draft.tier ? [String(draft.tier)] : []}
        onChange={([chosen]) =>
          set({ tier: TIERS.find(tier => String(tier) === chosen) })
        }
      />
      <EntitySearchField
        label={t('coverage.customer.owner')}
        help={t('coverage.customer.ownerHelp')}
        kinds={OWNERS}
        confidential="team"
        picked={owners}
        single
        onChange={([picked]) => set({ owner: picked })}
      />
      {onRemove && (
        <Button
          className={classes.remove}
          size="small"
          aria-label={t('coverage.customer.removeNumber', {
            number: String(number),
          })}
          onClick={onRemove}
        >
          {t('coverage.customer.remove')}
        </Button>
      )}
    </fieldset>
  );
}
