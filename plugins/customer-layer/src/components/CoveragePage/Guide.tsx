import Box from '@material-ui/core/Box';
import { useQueryParamState } from '@backstage/core-components';
import { Coverage } from '@missing-layer/backstage-plugin-customer-layer-common';
import { ReactElement, useEffect, useState } from 'react';
import { readCoverageView } from '../../lib/coverageView/address';
import { isUnbegun } from '../../lib/coverageView/figures';
import { FirstRun } from '../FirstRun';
import { useAspect } from './useAspect';

/** Props of {@link Guide}. */
export type GuideProps = {
  coverage: Coverage;
  /** Changes whenever what is shown may have. */
  version: string;
  /** Absent where one may not assign anything. */
  onAssign?: (entityRefs: string[]) => void;
  /** Called when customers were created. */
  onCreated: () => void;
  /** The page beneath; it is told whether the guide leads. */
  children: (guided: boolean) => ReactElement;
};

/**
 * Leads where nothing was begun yet, and until somebody sends it away: who was led here wants to see what comes of it.
 * Once there are customers it leads from the overview alone, and leaves the other views to the work in them.
 */
export function Guide(props: GuideProps) {
  const { coverage, version, onAssign, onCreated, children } = props;
  const [viewParam] = useQueryParamState<string>('view');
  const [aspect, setAspect] = useAspect();
  const unbegun = isUnbegun(coverage);
  const [led, setLed] = useState(unbegun);
  const [closed, setClosed] = useState(false);
  useEffect(() => {
    if (unbegun) {
      setLed(true);
    }
  }, [unbegun]);
  const guided =
    led &&
    !closed &&
    (!coverage.customers || readCoverageView(viewParam) === 'overview');
  return (
    <>
      {guided && (
        <Box mb={3}>
          <FirstRun
            coverage={coverage}
            aspect={aspect}
            onAspect={setAspect}
            version={version}
            onAssign={onAssign}
            onCreated={onCreated}
            onClose={() => setClosed(true)}
          />
        </Box>
      )}
      {children(guided)}
    </>
  );
}
