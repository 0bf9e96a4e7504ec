import Typography from '@material-ui/core/Typography';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  dismissPermission,
  Suggestion,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useState } from 'react';
import { coverageApiRef } from '../../api';
import { useAct } from '../../hooks/useAct';
import { useSelection } from '../../hooks/useSelection';
import { AssignWhat } from '../../lib/coverageView/assignWhat';
import { assignmentsOf, suggestionId } from '../../lib/coverageView/suggested';
import { customerLayerTranslationRef } from '../../translation';
import { FoldedList } from '../FoldedList';
import { AcceptDialog } from './AcceptDialog';
import { SuggestionActs } from './SuggestionActs';
import { SuggestionItem } from './SuggestionItem';

/** Props of {@link SuggestionList}. */
export type SuggestionListProps = {
  /** The likeliest first. */
  suggestions: Suggestion[];
  /** Whether they are those that were dismissed. */
  dismissed: boolean;
  onShowDismissed: (dismissed: boolean) => void;
  /** Called when some were dismissed, or brought back. */
  onDismissed: () => void;
  /** Absent where one may not assign anything. */
  onAssign?: (what: AssignWhat) => void;
  /** Called when several were accepted at once. */
  onChanged: () => void;
};

/** Suggestions, to be accepted or dismissed one by one or several at once. */
export function SuggestionList(props: SuggestionListProps) {
  const { suggestions, dismissed, onShowDismissed } = props;
  const { onDismissed, onAssign, onChanged } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const api = useApi(coverageApiRef);
  const { allowed: mayDismiss } = usePermission({
    permission: dismissPermission,
  });
  const { run, busy, error } = useAct();
  const selection = useSelection(dismissed);
  const [accepting, setAccepting] = useState<Suggestion[]>();
  const selected = suggestions.filter(one =>
    selection.refs.has(suggestionId(one)),
  );
  const dismiss = (items: Suggestion[]) =>
    run(
      () =>
        api.dismissSuggestions({
          items: items.map(({ entityRef, key, value }) => ({
            entityRef,
            key,
            value,
          })),
          dismissed: !dismissed,
        }),
      () => {
        selection.setAll(items.map(suggestionId), false);
        onDismissed();
      },
    );
  return (
    <>
      <SuggestionActs
        total={suggestions.length}
        selected={selected.length}
        dismissed={dismissed}
        busy={busy}
        onSelectAll={all =>
          selection.setAll(suggestions.map(suggestionId), all)
        }
        onAccept={onAssign && (() => setAccepting(selected))}
        onDismiss={mayDismiss ? () => dismiss(selected) : undefined}
        onShowDismissed={onShowDismissed}
      />
      {error && (
        <Typography variant="body2" color="error" role="alert">
          {error}
        </Typography>
      )}
      {suggestions.length ? (
        <FoldedList
          label={t('coverage.suggestions.list')}
          items={suggestions}
          keyOf={one => suggestionId(one)}
          textOf={({ entityRef, value, title }) =>
            `${title ?? ''} ${value} ${entityRef}`
          }
        >
          {suggestion => (
            <SuggestionItem
              suggestion={suggestion}
              selected={selection.refs.has(suggestionId(suggestion))}
              onToggle={() => selection.toggle(suggestionId(suggestion))}
              onAccept={
                onAssign &&
                (() =>
                  onAssign({
                    entityRefs: [suggestion.entityRef],
                    initial: { [suggestion.key]: suggestion.value },
                  }))
              }
              onDismiss={mayDismiss ? () => dismiss([suggestion]) : undefined}
            />
          )}
        </FoldedList>
      ) : (
        <Typography variant="body2">
          {dismissed
            ? t('coverage.suggestions.noneDismissed')
            : t('coverage.suggestions.none')}
        </Typography>
      )}
      {accepting && (
        <AcceptDialog
          items={assignmentsOf(accepting)}
          onClose={() => setAccepting(undefined)}
          onAssigned={() => {
            selection.replace([]);
            onChanged();
          }}
        />
      )}
    </>
  );
}
