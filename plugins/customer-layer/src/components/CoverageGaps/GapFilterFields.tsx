import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback, useMemo } from 'react';
import { GapFilters, isEveryGap } from '../../lib/coverageView/address';
import { kindName } from '../../lib/kinds';
import { customerLayerTranslationRef } from '../../translation';
import { EntitySearchField } from '../EntitySearchField';
import { ChoiceField, ListFilters, TextFilter } from '../Listing';

const OWNERS = ['group', 'user'];

/** Props of {@link GapFilterFields}. */
export type GapFilterFieldsProps = {
  filters: GapFilters;
  /** Kinds to choose from, in lower case. */
  kinds: string[];
  onChange: (filters: GapFilters) => void;
};

/** Which of the entities that lack something to show. */
export function GapFilterFields(props: GapFilterFieldsProps) {
  const { filters, kinds, onChange } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { owner } = filters;
  const owners = useMemo(() => (owner ? [owner] : []), [owner]);
  const setType = useCallback(
    (type: string) => onChange({ ...filters, type }),
    [filters, onChange],
  );
  return (
    <ListFilters
      words={{
        title: t('coverage.gaps.filters'),
        text: t('coverage.gaps.text'),
        clear: t('coverage.gaps.clear'),
      }}
      filters={filters}
      onChange={onChange}
      onClear={isEveryGap(filters) ? undefined : () => onChange({})}
      fieldWidth={180}
    >
      <ChoiceField
        label={t('coverage.gaps.kind')}
        choices={kinds.map(kind => ({
          value: kind,
          label: kindName({ kind }, t),
        }))}
        chosen={filters.kind ? [filters.kind] : []}
        onChange={([kind]) => onChange({ ...filters, kind })}
      />
      <TextFilter
        label={t('coverage.gaps.type')}
        text={filters.type ?? ''}
        onChange={setType}
      />
      <EntitySearchField
        label={t('coverage.gaps.owner')}
        kinds={OWNERS}
        confidential="team"
        picked={owners}
        single
        onChange={([picked]) => onChange({ ...filters, owner: picked })}
      />
    </ListFilters>
  );
}
