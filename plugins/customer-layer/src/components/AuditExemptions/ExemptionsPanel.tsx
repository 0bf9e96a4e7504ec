import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  AuditSummary,
  EXEMPTION_STATES,
  ExemptionState,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useId, useMemo, useState } from 'react';
import { useExemptions } from '../../hooks/useAudit';
import { useUserRef } from '../../hooks/useUserRef';
import { decisionsOn } from '../../lib/audit/exemptions';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { MoreButton } from '../MoreButton';
import { ExemptionItem } from './ExemptionItem';

type Shown = ExemptionState | 'open' | 'all';

const OPEN: ExemptionState[] = ['requested', 'approved'];

function statesOf(shown: Shown): ExemptionState[] | undefined {
  if (shown === 'all') {
    return undefined;
  }
  return shown === 'open' ? OPEN : [shown];
}

/** Props of {@link ExemptionsPanel}. */
export type ExemptionsPanelProps = {
  summary: Pick<AuditSummary, 'rules' | 'may' | 'fourEyes'>;
  version: number;
  /** Called when something was decided. */
  onChanged: () => void;
};

/** Exemptions by state, each with what one can decide about it. */
export function ExemptionsPanel(props: ExemptionsPanelProps) {
  const { summary, version, onChanged } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const user = useUserRef();
  const [shown, setShown] = useState<Shown>('open');
  const answer = useExemptions(
    useMemo(() => statesOf(shown), [shown]),
    version,
  );
  const id = useId();
  const titleOf = (ruleId: string) =>
    summary.rules.find(rule => rule.id === ruleId)?.title ?? ruleId;
  return (
    <EntityInfoCard
      title={t('audit.view.exemptions')}
      headerActions={
        <TextField
          id={id}
          select
          size="small"
          variant="outlined"
          label={t('audit.exemption.stateFilter')}
          value={shown}
          onChange={event => setShown(event.target.value as Shown)}
        >
          <MenuItem value="open">{t('audit.exemption.open')}</MenuItem>
          <MenuItem value="all">{t('audit.exemption.all')}</MenuItem>
          {EXEMPTION_STATES.map(state => (
            <MenuItem key={state} value={state}>
              {t(`audit.exemption.state.${state}`)}
            </MenuItem>
          ))}
        </TextField>
      }
    >
      <AnswerBoundary answer={answer} loading={<Progress />}>
        {pages =>
          pages.items.length || pages.first.hiddenItems ? (
            <>
              <ul
                style={{ listStyle: 'none', margin: 0, padding: 0 }}
                aria-label={t('audit.exemption.list')}
              >
                {pages.items.map(exemption => (
                  <ExemptionItem
                    key={exemption.id}
                    exemption={exemption}
                    rule={titleOf(exemption.ruleId)}
                    decisions={decisionsOn(exemption, summary, user)}
                    onChanged={onChanged}
                  />
                ))}
              </ul>
              {pages.first.hiddenItems > 0 && (
                <Typography variant="caption" component="p">
                  {t('audit.findings.hidden', {
                    count: pages.first.hiddenItems,
                  })}
                </Typography>
              )}
              <MoreButton pages={pages} />
            </>
          ) : (
            <Typography variant="body2">{t('audit.exemption.none')}</Typography>
          )
        }
      </AnswerBoundary>
    </EntityInfoCard>
  );
}
