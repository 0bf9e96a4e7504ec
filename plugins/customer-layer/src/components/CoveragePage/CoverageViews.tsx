import Box from '@material-ui/core/Box';
import { useQueryParamState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  assignersReadPermission,
  Coverage,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback, useMemo } from 'react';
import {
  COVERAGE_VIEWS,
  coverageSearch,
  GapFilters,
  readCoverageView,
  readGapFilters,
} from '../../lib/coverageView/address';
import { AssignWhat } from '../../lib/coverageView/assignWhat';
import { customerLayerTranslationRef } from '../../translation';
import { AssignedPanel } from '../CoverageAssigned';
import { AssignersPanel } from '../CoverageAssigners';
import { GapsPanel } from '../CoverageGaps';
import { CoverageOverview } from '../CoverageOverview';
import { StepsPanel } from '../CoverageSteps';
import { ViewNav } from '../ViewNav';
import { useAspect } from './useAspect';

/** Props of {@link CoverageViews}. */
export type CoverageViewsProps = {
  coverage: Coverage;
  /** Changes whenever what is shown may have. */
  version: string;
  /** Whether the guide leads, which says where to begin. */
  guided: boolean;
  /** Absent where one may not assign anything. */
  onAssign?: (what: AssignWhat) => void;
  /** Called when something was assigned other than by `onAssign`. */
  onChanged: () => void;
};

/** The views of the page; which one is shown, and of what, stands in its address. */
export function CoverageViews(props: CoverageViewsProps) {
  const { coverage, version, guided, onAssign, onChanged } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [viewParam] = useQueryParamState<string>('view');
  const [params, setParams] = useQueryParamState<GapFilters>('filters');
  const [aspect, setAspect] = useAspect();
  const { allowed } = usePermission({ permission: assignersReadPermission });
  const filters = useMemo(() => readGapFilters(params), [params]);
  const setFilters = useCallback(
    (changed: GapFilters) => setParams(readGapFilters(changed)),
    [setParams],
  );
  const views = COVERAGE_VIEWS.filter(one => allowed || one !== 'assigners');
  const wanted = readCoverageView(viewParam);
  const view = views.includes(wanted) ? wanted : 'overview';
  const common = { aspect, onAspect: setAspect, version };
  return (
    <>
      <ViewNav
        label={t('coverage.view.label')}
        current={view}
        views={views.map(one => ({
          id: one,
          title: t(`coverage.view.${one}`),
          to: coverageSearch(one, aspect),
        }))}
      />
      {view === 'overview' && (
        <>
          {!guided && (
            <Box mb={3}>
              <StepsPanel
                {...common}
                onAssign={onAssign && (entityRefs => onAssign({ entityRefs }))}
              />
            </Box>
          )}
          <CoverageOverview coverage={coverage} version={version} />
        </>
      )}
      {view === 'gaps' && (
        <GapsPanel
          {...common}
          filters={filters}
          onFilter={setFilters}
          kinds={Object.keys(coverage.byKind).sort()}
          onAssign={onAssign}
          onChanged={onChanged}
        />
      )}
      {view === 'assigned' && (
        <AssignedPanel
          version={version}
          filters={filters}
          onFilter={setFilters}
          onChanged={onChanged}
        />
      )}
      {view === 'assigners' && <AssignersPanel version={version} />}
    </>
  );
}
