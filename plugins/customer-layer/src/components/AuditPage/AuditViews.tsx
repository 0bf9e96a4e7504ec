import { useQueryParamState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AuditSummary } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback, useMemo } from 'react';
import {
  AUDIT_VIEWS,
  auditSearch,
  FilterParams,
  Filters,
  readFilters,
  readView,
  writeFilters,
} from '../../lib/audit/filters';
import { customerLayerTranslationRef } from '../../translation';
import { ExemptionsPanel } from '../AuditExemptions';
import { FindingsPanel } from '../AuditFindings';
import { Overview } from '../AuditOverview';
import { ViewNav } from '../ViewNav';

/** Props of {@link AuditViews}. */
export type AuditViewsProps = {
  summary: AuditSummary;
  /** Changes whenever what is shown may have. */
  version: number;
  /** Called when somebody has changed something. */
  onChanged: () => void;
};

/** The views of the page; which one is shown, and with which filters, stands in its address. */
export function AuditViews({ summary, version, onChanged }: AuditViewsProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [viewParam] = useQueryParamState<string>('view');
  const [params, setParams] = useQueryParamState<FilterParams>('filters');
  const view = readView(viewParam);
  const filters = useMemo(() => readFilters(params), [params]);
  const setFilters = useCallback(
    (changed: Filters) => setParams(writeFilters(changed)),
    [setParams],
  );
  return (
    <>
      <ViewNav
        label={t('audit.view.label')}
        current={view}
        views={AUDIT_VIEWS.map(one => ({
          id: one,
          title: t(`audit.view.${one}`),
          to: auditSearch(one, filters),
        }))}
      />
      {view === 'overview' && <Overview summary={summary} version={version} />}
      {view === 'findings' && (
        <FindingsPanel
          summary={summary}
          filters={filters}
          onFilter={setFilters}
          version={version}
          onChanged={onChanged}
        />
      )}
      {view === 'exemptions' && (
        <ExemptionsPanel
          summary={summary}
          version={version}
          onChanged={onChanged}
        />
      )}
    </>
  );
}
