import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  AuditSummary,
  FindingsPage,
  ListedFinding,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useMemo, useState } from 'react';
import { useFindings } from '../../hooks/useAudit';
import { useMayAssign } from '../../hooks/useMayAssign';
import { useLanguage } from '../../hooks/useLanguage';
import { Pages } from '../../hooks/usePages';
import { Filters, isUnfiltered, queryOf } from '../../lib/audit/filters';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { ListCount } from '../Listing';
import { MoreButton } from '../MoreButton';
import { AssignSelected } from './AssignSelected';
import { ExportMenu } from './ExportMenu';
import { FindingFilters } from './FindingFilters';
import { FindingsTable } from './FindingsTable';

/** Props of {@link FindingsPanel}. */
export type FindingsPanelProps = {
  summary: AuditSummary;
  filters: Filters;
  onFilter: (filters: Filters) => void;
  version: number;
  /** Called when something was done about a finding. */
  onChanged: () => void;
};

type ListProps = Pick<
  FindingsPanelProps,
  'summary' | 'filters' | 'version' | 'onChanged'
> & { pages: Pages<ListedFinding, FindingsPage> };

function List({ summary, filters, version, onChanged, pages }: ListProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const mayAssign = useMayAssign() === 'yes';
  const { first, items } = pages;
  const [chosen, setChosen] = useState<ListedFinding[]>([]);
  // What is no longer in the list is no longer selected.
  const selected = chosen.filter(finding => items.includes(finding));
  const { totalItems = items.length, hiddenItems = 0 } = first;
  if (!totalItems) {
    return (
      <Typography variant="body2" role="status">
        {isUnfiltered(filters)
          ? t('audit.findings.noFailure')
          : t('audit.findings.none')}
      </Typography>
    );
  }
  return (
    <>
      <ListCount>
        {t('audit.findings.count', {
          shown: items.length.toLocaleString(language),
          total: (totalItems - hiddenItems).toLocaleString(language),
        })}
        {hiddenItems > 0 && (
          <> {t('audit.findings.hidden', { count: hiddenItems })}</>
        )}
      </ListCount>
      {mayAssign && (
        <AssignSelected selected={selected} onAssigned={() => setChosen([])} />
      )}
      <FindingsTable
        findings={items}
        rules={summary.rules}
        version={version}
        selected={selected}
        onSelect={mayAssign ? setChosen : undefined}
        onChanged={onChanged}
      />
      <MoreButton pages={pages} />
    </>
  );
}

/** Findings by filters, page by page, each with what to do about it; and all of them as a file. */
export function FindingsPanel(props: FindingsPanelProps) {
  const { summary, filters, onFilter, version, onChanged } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const query = useMemo(() => queryOf(filters), [filters]);
  const answer = useFindings(query, version);
  return (
    <EntityInfoCard
      title={t('audit.findings.title')}
      headerActions={<ExportMenu query={query} />}
    >
      <FindingFilters filters={filters} summary={summary} onChange={onFilter} />
      <AnswerBoundary answer={answer} loading={<Progress />}>
        {pages => (
          <List
            summary={summary}
            filters={filters}
            version={version}
            onChanged={onChanged}
            pages={pages}
          />
        )}
      </AnswerBoundary>
    </EntityInfoCard>
  );
}
