import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  useAllAssigned,
  useAssignedEntities,
} from '../../hooks/useAssignedEntities';
import { useSelection } from '../../hooks/useSelection';
import { GapFilters } from '../../lib/coverageView/address';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { AssignmentChanges } from '../AssignmentChanges';
import { ListFilters } from '../Listing';
import { AssignedList } from './AssignedList';

/** Props of {@link AssignedPanel}. */
export type AssignedPanelProps = {
  /** Of these, only the text counts. */
  filters: GapFilters;
  onFilter: (filters: GapFilters) => void;
  /** Changes whenever what is shown may have. */
  version: string;
  /** Called when something was undone here. */
  onChanged: () => void;
};

/** All that is assigned, to be exported; and what was done in this portal, to be undone. */
export function AssignedPanel(props: AssignedPanelProps) {
  const { filters, onFilter, version, onChanged } = props;
  const { text = '' } = filters;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const answer = useAssignedEntities(text, version);
  const fetchAll = useAllAssigned(text);
  const selection = useSelection(text);
  return (
    <>
      <Box mb={3}>
        <EntityInfoCard title={t('coverage.assigned.title')}>
          <Typography variant="body2" color="textSecondary" paragraph>
            {t('coverage.assigned.text')}
          </Typography>
          <ListFilters
            words={{
              title: t('coverage.assigned.filters'),
              text: t('coverage.assigned.filter'),
              clear: t('coverage.assigned.clear'),
            }}
            filters={filters}
            onChange={onFilter}
            onClear={text ? () => onFilter({}) : undefined}
            fieldWidth={260}
          />
          <AnswerBoundary answer={answer} loading={<Progress />}>
            {pages => (
              <AssignedList
                pages={pages}
                everything={!text}
                selection={selection}
                fetchAll={fetchAll}
              />
            )}
          </AnswerBoundary>
        </EntityInfoCard>
      </Box>
      <EntityInfoCard title={t('coverage.assigned.changes')}>
        <Typography variant="body2" color="textSecondary" paragraph>
          {t('coverage.assigned.changesText')}
        </Typography>
        <AssignmentChanges version={version} onChanged={onChanged} />
      </EntityInfoCard>
    </>
  );
}
