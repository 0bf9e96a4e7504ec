import Box from '@material-ui/core/Box';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  Coverage,
  DeclarationKey,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useState } from 'react';
import { KnownCoverage, useCoverage } from '../../hooks/useCoverage';
import { useMayAssign } from '../../hooks/useMayAssign';
import { AssignWhat } from '../../lib/coverageView/assignWhat';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { AssignDialog } from '../AssignDialog';
import { Figures, SettlingNote } from '../CoverageOverview';
import { GraphFooter } from '../GraphFooter';
import { HiddenHeading } from '../HiddenHeading';
import { NoAssigning } from '../NoAssigning';
import { CoverageViews } from './CoverageViews';
import { Guide } from './Guide';

// What coverage is made of; the other declarations are no matter of this page.
const KEYS: DeclarationKey[] = [
  'economicCustomers',
  'internalCustomers',
  'operationsTeam',
];

type KnownProps = Pick<KnownCoverage, 'settling' | 'version'> & {
  coverage: Coverage;
};

function Known({ coverage, settling, version }: KnownProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [what, setWhat] = useState<AssignWhat>();
  const mayAssign = useMayAssign();
  const onAssign = mayAssign === 'yes' ? setWhat : undefined;
  return (
    // The cards fill what they are in; the page itself would stretch the first of them over all of the window.
    <div>
      <HiddenHeading>{t('coverage.subtitle')}</HiddenHeading>
      <Guide
        coverage={coverage}
        version={version}
        onAssign={onAssign && (entityRefs => onAssign({ entityRefs }))}
        onCreated={settling.begin}
      >
        {guided => (
          <>
            <EntityInfoCard title={t('coverage.figures.title')}>
              <Figures coverage={coverage} />
              <NoAssigning may={mayAssign} />
              <SettlingNote settling={settling} />
              <Box mt={1}>
                <GraphFooter
                  builtAt={coverage.graph.builtAt}
                  truncated={false}
                />
              </Box>
            </EntityInfoCard>
            <CoverageViews
              coverage={coverage}
              version={version}
              guided={guided}
              onAssign={onAssign}
              onChanged={settling.begin}
            />
          </>
        )}
      </Guide>
      {what && (
        <AssignDialog
          {...what}
          only={KEYS}
          onClose={() => setWhat(undefined)}
          onAssigned={() => {
            what.onAssigned?.();
            settling.begin();
          }}
        />
      )}
    </div>
  );
}

/** How much of the catalog is covered, and what one can do about the rest. */
export function CoverageContent() {
  const { answer, settling, version } = useCoverage();
  return (
    <AnswerBoundary answer={answer} loading={<Progress />}>
      {coverage => (
        <Known coverage={coverage} settling={settling} version={version} />
      )}
    </AnswerBoundary>
  );
}
