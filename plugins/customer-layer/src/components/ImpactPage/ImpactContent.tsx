import { makeStyles } from '@material-ui/core/styles';
import { useQueryParamState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import { useImpact } from '../../hooks/useImpact';
import {
  ImpactMode,
  readEntityRefs,
  readMode,
  writeEntityRefs,
  writeMode,
} from '../../lib/impactQuery';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { HiddenHeading } from '../HiddenHeading';
import { ImpactAnswer } from '../ImpactAnswer';
import { EntityPicker, ModeSwitch, Suggestions } from '../ImpactPicker';
import { ImpactFailure } from './ImpactFailure';
import { LoadingImpact } from './LoadingImpact';

const useStyles = makeStyles(
  theme => ({
    question: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(3),
      padding: theme.spacing(2, 1.5, 1),
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
    picker: {
      flex: '1 1 320px',
      minWidth: 0,
    },
  }),
  { name: 'CustomerLayerImpactContent' },
);

// Picks are rare, and one that follows soon must not be undone by the address of the one before.
const AT_ONCE = 0;

type AskedProps = { entityRefs: string[]; mode: ImpactMode };

function Asked({ entityRefs, mode }: AskedProps) {
  const answer = useImpact(entityRefs);
  return (
    <AnswerBoundary
      answer={answer}
      loading={<LoadingImpact />}
      failed={ImpactFailure}
    >
      {fetched => <ImpactAnswer {...fetched} mode={mode} />}
    </AnswerBoundary>
  );
}

/** Who is hit if some entities fail; which ones, and whether it is planned, stands in the address of the page. */
export function ImpactContent() {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [entityParam, setEntityParam] = useQueryParamState<
    string | string[] | undefined
  >('entity', AT_ONCE);
  const [modeParam, setModeParam] = useQueryParamState<string | undefined>(
    'mode',
    AT_ONCE,
  );
  const entityRefs = useMemo(() => readEntityRefs(entityParam), [entityParam]);
  const mode = readMode(modeParam);
  const pick = (refs: string[]) => setEntityParam(writeEntityRefs(refs));
  return (
    <>
      <HiddenHeading>{t('impact.subtitle')}</HiddenHeading>
      <div className={classes.question}>
        <div className={classes.picker}>
          <EntityPicker picked={entityRefs} mode={mode} onChange={pick} />
        </div>
        <ModeSwitch
          mode={mode}
          onChange={chosen => setModeParam(writeMode(chosen))}
        />
      </div>
      {entityRefs.length ? (
        <Asked entityRefs={entityRefs} mode={mode} />
      ) : (
        <EntityInfoCard>
          <Suggestions mode={mode} onPick={ref => pick([ref])} />
        </EntityInfoCard>
      )}
    </>
  );
}
