import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { CoverageAspect } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useMemo } from 'react';
import { useAllGaps, useGaps } from '../../hooks/useGaps';
import { GapFilters, isEveryGap } from '../../lib/coverageView/address';
import { AssignWhat } from '../../lib/coverageView/assignWhat';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { AspectSwitch } from '../CoverageSteps';
import { SuggestionsPanel } from '../CoverageSuggestions';
import { GapFilterFields } from './GapFilterFields';
import { GapList } from './GapList';
import { useSelection } from '../../hooks/useSelection';

/** Props of {@link GapsPanel}. */
export type GapsPanelProps = {
  aspect: CoverageAspect;
  onAspect: (aspect: CoverageAspect) => void;
  filters: GapFilters;
  onFilter: (filters: GapFilters) => void;
  /** Kinds to choose from, in lower case. */
  kinds: string[];
  /** Changes whenever what is shown may have. */
  version: string;
  /** Absent where one may not assign anything. */
  onAssign?: (what: AssignWhat) => void;
  /** Called when something was assigned here. */
  onChanged: () => void;
};

/** What lacks something, to be assigned one by one or all at once, and who may belong there. */
export function GapsPanel(props: GapsPanelProps) {
  const { aspect, onAspect, filters, onFilter, kinds, version } = props;
  const { onAssign, onChanged } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const query = useMemo(() => ({ aspect, ...filters }), [aspect, filters]);
  const gaps = useGaps(query, version);
  const fetchAll = useAllGaps(query);
  const selection = useSelection(query);
  const shown = gaps.status === 'ready' ? gaps.value.items : undefined;
  return (
    <>
      <Box mb={3}>
        <EntityInfoCard title={t(`coverage.gaps.${aspect}`)}>
          <Box mb={2}>
            <AspectSwitch aspect={aspect} onChange={onAspect} />
          </Box>
          <GapFilterFields
            filters={filters}
            kinds={kinds}
            onChange={onFilter}
          />
          <AnswerBoundary answer={gaps} loading={<Progress />}>
            {pages => (
              <GapList
                pages={pages}
                everything={isEveryGap(filters)}
                selection={selection}
                fetchAll={fetchAll}
                onAssign={
                  onAssign &&
                  (entityRefs =>
                    onAssign({
                      entityRefs,
                      onAssigned: () => selection.replace([]),
                    }))
                }
              />
            )}
          </AnswerBoundary>
        </EntityInfoCard>
      </Box>
      {shown && shown.length > 0 && (
        <EntityInfoCard title={t('coverage.suggestions.title')}>
          <Typography variant="body2" color="textSecondary" paragraph>
            {t('coverage.suggestions.text')}
          </Typography>
          <SuggestionsPanel
            aspect={aspect}
            shown={shown}
            selected={selection.refs}
            version={version}
            onAssign={onAssign}
            onChanged={onChanged}
          />
        </EntityInfoCard>
      )}
    </>
  );
}
