import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Exemption } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useState } from 'react';
import { useLanguage } from '../../hooks/useLanguage';
import { formatDay } from '../../lib/audit/dates';
import { plainName } from '../../lib/audit/plainName';
import { formatAge } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';
import { Decision, DecisionDialog } from '../AuditDialogs';
import { EntityName, useNameOf } from '../EntityName';
import { Mark } from '../Mark';
import { Actor, ExemptionHistory } from './ExemptionHistory';

const useStyles = makeStyles(
  theme => ({
    item: {
      padding: theme.spacing(2, 0),
      overflowWrap: 'anywhere',
      '& + &': {
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 2),
    },
    acts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'CustomerLayerExemptionItem' },
);

/** Props of {@link ExemptionItem}. */
export type ExemptionItemProps = {
  exemption: Exemption;
  /** Title of its rule. */
  rule: string;
  /** What the user can do about it. */
  decisions: readonly Decision[];
  onChanged: () => void;
};

/** An exemption, its history, and what one can decide about it. */
export function ExemptionItem(props: ExemptionItemProps) {
  const { exemption, rule, decisions, onChanged } = props;
  const { entityRef, reason, state, expiresOn, events } = exemption;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const nameOf = useNameOf('entity');
  const [deciding, setDeciding] = useState<Decision>();
  const [request] = events;
  return (
    <li className={classes.item}>
      <div className={classes.heading}>
        <Typography variant="body2" component="div">
          <strong>{rule}</strong>
          {' · '}
          <EntityName entityRef={entityRef} />
        </Typography>
        <Mark
          filled={state === 'approved'}
          label={t(`audit.exemption.state.${state}`)}
        />
      </div>
      <Typography variant="body2">{reason}</Typography>
      <Typography variant="caption" color="textSecondary" component="div">
        {t('audit.exemption.until', { day: formatDay(expiresOn, language) })}
      </Typography>
      <ExemptionHistory
        events={events}
        label={`${rule}, ${nameOf(entityRef, plainName(entityRef))}`}
      />
      {decisions.length > 0 && (
        <div className={classes.acts}>
          {decisions.map(decision => (
            <Button
              key={decision}
              size="small"
              variant="outlined"
              color={decision === 'approve' ? 'primary' : 'default'}
              aria-label={t('audit.exemption.of', {
                act: t(`audit.exemption.${decision}`),
                name: nameOf(entityRef, plainName(entityRef)),
                rule,
              })}
              onClick={() => setDeciding(decision)}
            >
              {t(`audit.exemption.${decision}`)}
            </Button>
          ))}
        </div>
      )}
      {deciding && (
        <DecisionDialog
          open
          decision={deciding}
          exemption={exemption}
          rule={rule}
          asked={t('audit.exemption.act.requested', {
            name: <Actor by={request.by} />,
            age: formatAge(request.at, new Date(), language),
          })}
          onClose={() => setDeciding(undefined)}
          onDone={onChanged}
        />
      )}
    </li>
  );
}
