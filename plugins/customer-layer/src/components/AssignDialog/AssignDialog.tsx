import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AssignmentAnswer,
  AssignmentRequest,
  DECLARATION_KEYS,
  DeclarationKey,
  DeclarationTexts,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useState } from 'react';
import { assignmentsApiRef } from '../../api';
import { useAct } from '../../hooks/useAct';
import { MeantFor, changesIn } from '../../lib/assign/assignmentItems';
import { readText } from '../../lib/assign/declarationTexts';
import { outcomesView } from '../../lib/assign/outcomes';
import { customerLayerTranslationRef } from '../../translation';
import { TokenName } from '../EntityName';
import { ChooseFields } from './ChooseFields';
import { Draft, previewDraft } from './draft';
import { OutcomeTable } from './OutcomeTable';
import { StepFrame } from './StepFrame';

/** Props of {@link AssignDialog}. */
export type AssignDialogProps = {
  /** 1 to 1,000 full refs. */
  entityRefs: string[];
  /** What is filled in at first. */
  initial?: DeclarationTexts;
  /** What the portal says of the one entity already; it is filled in, too, and taken back where somebody clears it. */
  present?: DeclarationTexts;
  /** The only declarations to ask for; what means something on the entities where absent. */
  only?: readonly DeclarationKey[];
  /** The only entities that get a declaration, of those that stand here. */
  meantFor?: MeantFor;
  /** Whether customers and teams join those that are named already, at first; where absent, they do on several entities. */
  adds?: boolean;
  onClose: () => void;
  /** Called when something was assigned, and again when that was undone. */
  onAssigned: (answer: AssignmentAnswer) => void;
};

type Step =
  | { name: 'choose' }
  | { name: 'preview'; request: AssignmentRequest; answer: AssignmentAnswer }
  | { name: 'done' | 'undone'; answer: AssignmentAnswer };

/** Assigns customers, operations teams and the like to entities: choose, see what would happen, and do it. */
export function AssignDialog(props: AssignDialogProps) {
  const { entityRefs, initial, present, only, onClose, onAssigned } = props;
  const { adds = entityRefs.length > 1, meantFor } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const api = useApi(assignmentsApiRef);
  const { run, busy, error } = useAct();
  const [draft, setDraft] = useState<Draft>({
    texts: { ...present, ...initial },
    adds,
    reason: '',
  });
  const [step, setStep] = useState<Step>({ name: 'choose' });
  const [incomplete, setIncomplete] = useState(false);

  const changes = changesIn(draft.texts, present);
  const isEmpty = !Object.keys(changes).length;
  const isReadable = DECLARATION_KEYS.every(key => {
    const text = changes[key];
    return !text || !readText(key, text, entityRefs[0]).problems.length;
  });
  const writes = step.name === 'preview' && outcomesView(step.answer).writes;

  const submit = () => {
    switch (step.name) {
      case 'choose':
        setIncomplete(isEmpty);
        return !isEmpty && isReadable
          ? run(async () =>
              setStep({
                name: 'preview',
                ...(await previewDraft(api, entityRefs, {
                  ...draft,
                  changes,
                  meantFor,
                })),
              }),
            )
          : undefined;
      case 'preview':
        return writes
          ? run(async () => {
              const answer = await api.assign(step.request);
              setStep({ name: 'done', answer });
              onAssigned(answer);
            })
          : undefined;
      default:
        return onClose();
    }
  };
  const undo = (changeId: string) =>
    run(async () => {
      const answer = await api.undoAssignmentChange(changeId);
      setStep({ name: 'undone', answer });
      onAssigned(answer);
    });

  const [first] = entityRefs;
  const count = entityRefs.length;
  const changeId = step.name === 'done' ? step.answer.changeId : undefined;
  return (
    <StepFrame
      title={
        count === 1
          ? t('assign.titleOne', {
              name: <TokenName entityRef={first} confidential="entity" />,
            })
          : t('assign.titleMany', { count })
      }
      step={t(`assign.step.${step.name}`)}
      error={error ?? (incomplete ? t('assign.nothingChosen') : undefined)}
      onSubmit={submit}
      onClose={onClose}
      acts={
        <>
          {step.name === 'preview' && (
            <Button onClick={() => setStep({ name: 'choose' })}>
              {t('assign.back')}
            </Button>
          )}
          {changeId && (
            <Button disabled={busy} onClick={() => undo(changeId)}>
              {t('assign.undoing')}
            </Button>
          )}
          {(step.name === 'choose' || step.name === 'preview') && (
            <Button onClick={onClose}>{t('assign.cancel')}</Button>
          )}
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={busy || (step.name === 'preview' && !writes)}
          >
            {step.name === 'choose' && t('assign.preview')}
            {step.name === 'preview' &&
              t('assign.apply', {
                count: step.answer.items.filter(
                  ({ result }) => result === 'assigned',
                ).length,
              })}
            {(step.name === 'done' || step.name === 'undone') &&
              t('assign.close')}
          </Button>
        </>
      }
    >
      {step.name === 'choose' ? (
        <ChooseFields
          entityRefs={entityRefs}
          only={only}
          meantFor={meantFor}
          draft={draft}
          onChange={changed => {
            setDraft(changed);
            setIncomplete(false);
          }}
        />
      ) : (
        <>
          <OutcomeTable
            key={step.name}
            answer={step.answer}
            tense={step.name}
          />
          {step.name === 'preview' && !writes && (
            <Box mt={2}>
              <Typography variant="body2" role="status">
                {t('assign.nothingToApply')}
              </Typography>
            </Box>
          )}
          {(step.name === 'done' || step.name === 'undone') && (
            <Box mt={2}>
              <Typography variant="body2">{t('assign.soon')}</Typography>
            </Box>
          )}
        </>
      )}
    </StepFrame>
  );
}
