import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AuditSummary,
  SEVERITIES,
  TallyOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback } from 'react';
import {
  Filters,
  SHOWN_STATES,
  isUnfiltered,
  readFilters,
} from '../../lib/audit/filters';
import { plainName } from '../../lib/audit/plainName';
import { customerLayerTranslationRef } from '../../translation';
import { Choice, ChoiceField } from './ChoiceField';
import { TextFilter } from './TextFilter';

// Of these the rules that ship judge something.
const KINDS = [
  'component',
  'api',
  'resource',
  'system',
  'domain',
  'group',
  'user',
  'customer',
];

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(116px, 1fr))',
      alignItems: 'center',
      gap: theme.spacing(2),
      paddingTop: theme.spacing(1),
      marginBottom: theme.spacing(2),
    },
    clear: {
      justifySelf: 'start',
    },
  }),
  { name: 'CustomerLayerFindingFilters' },
);

/** Props of {@link FindingFilters}. */
export type FindingFiltersProps = {
  filters: Filters;
  /** What there is to choose from. */
  summary: Pick<AuditSummary, 'rules' | 'owners' | 'systems'>;
  onChange: (filters: Filters) => void;
};

const byLabel = (a: Choice, b: Choice) => a.label.localeCompare(b.label);

/** Which findings to show. */
export function FindingFilters(props: FindingFiltersProps) {
  const { filters, summary, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const choicesOf = (tallies: TallyOf[], none: string): Choice[] => [
    ...(tallies.some(({ entityRef }) => entityRef === 'none')
      ? [{ value: 'none', label: none }]
      : []),
    ...tallies
      .filter(({ entityRef, hidden }) => !hidden && entityRef !== 'none')
      .map(({ entityRef, title }) => ({
        value: entityRef,
        label: title ?? plainName(entityRef),
      }))
      .sort(byLabel),
  ];
  const set = (changed: Partial<Filters>) =>
    onChange({ ...filters, ...changed });
  const setText = useCallback(
    (text: string) => onChange({ ...filters, text }),
    [filters, onChange],
  );
  return (
    <div
      className={classes.filters}
      role="search"
      aria-label={t('audit.filter.title')}
    >
      <TextFilter
        label={t('audit.filter.text')}
        text={filters.text ?? ''}
        onChange={setText}
      />
      <ChoiceField
        label={t('audit.filter.state')}
        several
        choices={SHOWN_STATES.map(state => ({
          value: state,
          label: t(`audit.state.${state}`),
        }))}
        chosen={filters.state}
        onChange={chosen =>
          set({ state: SHOWN_STATES.filter(one => chosen.includes(one)) })
        }
      />
      <ChoiceField
        label={t('audit.filter.rule')}
        several
        choices={summary.rules
          .map(({ id, title }) => ({ value: id, label: title }))
          .sort(byLabel)}
        chosen={filters.rule}
        onChange={rule => set({ rule })}
      />
      <ChoiceField
        label={t('audit.filter.severity')}
        choices={SEVERITIES.map(severity => ({
          value: severity,
          label: t(`audit.severity.${severity}`),
        }))}
        chosen={filters.severity}
        onChange={chosen =>
          set({ severity: SEVERITIES.filter(one => chosen.includes(one)) })
        }
      />
      <ChoiceField
        label={t('audit.filter.kind')}
        several
        choices={KINDS.map(kind => ({ value: kind, label: kind }))}
        chosen={filters.kind}
        onChange={kind => set({ kind })}
      />
      <ChoiceField
        label={t('audit.filter.owner')}
        choices={choicesOf(summary.owners, t('audit.tallies.noOwner'))}
        chosen={filters.owner ? [filters.owner] : []}
        onChange={([owner]) => set({ owner })}
      />
      <ChoiceField
        label={t('audit.filter.system')}
        choices={choicesOf(summary.systems, t('audit.tallies.noSystem'))}
        chosen={filters.system ? [filters.system] : []}
        onChange={([system]) => set({ system })}
      />
      {!isUnfiltered(filters) && (
        <Button
          className={classes.clear}
          size="small"
          onClick={() => onChange(readFilters({}))}
        >
          {t('audit.filter.clear')}
        </Button>
      )}
    </div>
  );
}
