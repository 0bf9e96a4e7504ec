import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CoverageAspect,
  UncoveredEntity,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useMemo, useReducer, useState } from 'react';
import { MOST_SUGGESTED_FOR, useSuggestionsFor } from '../../hooks/useGaps';
import { KEY_OF_ASPECT } from '../../lib/coverageView/address';
import { AssignWhat } from '../../lib/coverageView/assignWhat';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { SuggestionList } from './SuggestionList';

/** The refs to ask about: those shown, as long as all that is selected is among them, so that one asks but once. */
function useAskedRefs(
  shown: UncoveredEntity[],
  selected: ReadonlySet<string>,
): string[] {
  const first = shown
    .slice(0, MOST_SUGGESTED_FOR)
    .map(({ entityRef }) => entityRef);
  const among = new Set(first);
  const refs = [...selected].every(ref => among.has(ref))
    ? first
    : [...selected].slice(0, MOST_SUGGESTED_FOR);
  const text = refs.join(' ');
  return useMemo(() => text.split(' ').filter(Boolean), [text]);
}

/** Props of {@link SuggestionsPanel}. */
export type SuggestionsPanelProps = {
  aspect: CoverageAspect;
  /** What there are suggestions for, as long as nothing is selected. */
  shown: UncoveredEntity[];
  /** Refs of what is selected. */
  selected: ReadonlySet<string>;
  /** Changes whenever what is shown may have. */
  version: string;
  /** Absent where one may not assign anything. */
  onAssign?: (what: AssignWhat) => void;
  /** Called when suggestions were accepted here. */
  onChanged: () => void;
};

/** Who may be customers and operations teams of what is selected, or of what is shown. */
export function SuggestionsPanel(props: SuggestionsPanelProps) {
  const { aspect, shown, selected, version, onAssign, onChanged } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [dismissed, setDismissed] = useState(false);
  const [dismissals, dismissedSome] = useReducer((n: number) => n + 1, 0);
  const asked = useAskedRefs(shown, selected);
  const answer = useSuggestionsFor(
    asked,
    dismissed,
    `${version} ${dismissals}`,
  );
  const of = selected.size || shown.length;
  return (
    <>
      <Typography variant="caption" color="textSecondary" component="p">
        {selected.size
          ? t('coverage.suggestions.ofSelected')
          : t('coverage.suggestions.ofShown')}
        {of > MOST_SUGGESTED_FOR && (
          <>
            {' '}
            {t('coverage.suggestions.ofFirst', {
              number: String(MOST_SUGGESTED_FOR),
            })}
          </>
        )}
      </Typography>
      <AnswerBoundary answer={answer} loading={<Progress />}>
        {items => (
          <SuggestionList
            suggestions={items.filter(
              item =>
                item.key === KEY_OF_ASPECT[aspect] &&
                Boolean(item.dismissed) === dismissed &&
                (!selected.size || selected.has(item.entityRef)),
            )}
            dismissed={dismissed}
            onShowDismissed={setDismissed}
            onDismissed={dismissedSome}
            onAssign={onAssign}
            onChanged={onChanged}
          />
        )}
      </AnswerBoundary>
    </>
  );
}
