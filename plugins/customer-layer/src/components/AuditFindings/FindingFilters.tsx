import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AuditSummary,
  SEVERITIES,
  TallyOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import {
  Filters,
  SHOWN_STATES,
  isUnfiltered,
  readFilters,
} from '../../lib/audit/filters';
import { plainName } from '../../lib/audit/plainName';
import { customerLayerTranslationRef } from '../../translation';
import { Choice, ChoiceField, ListFilters } from '../Listing';

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
  return (
    <ListFilters
      words={{
        title: t('audit.filter.title'),
        text: t('audit.filter.text'),
        clear: t('audit.filter.clear'),
      }}
      filters={filters}
      onChange={onChange}
      onClear={
        isUnfiltered(filters) ? undefined : () => onChange(readFilters({}))
      }
      fieldWidth={116}
    >
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
    </ListFilters>
  );
}
