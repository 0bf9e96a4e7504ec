import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  EntityFindings,
  RELATION_OPERATOR_OF,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useReducer } from 'react';
import { useEntityFindings } from '../../hooks/useAudit';
import { byUrgency, pillarFindings } from '../../lib/audit/findings';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary, CompactFailure } from '../AnswerBoundary';
import { AuditAge, FindingItems } from '../EntityAudit';
import { Section } from '../Section';

type ReadinessProps = {
  entity: Entity;
  about: EntityFindings;
  onChanged: () => void;
};

function Readiness({ entity, about, onChanged }: ReadinessProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { pillars, others } = pillarFindings(about.items);
  const { open } = byUrgency(others);
  const passed = pillars.filter(
    ({ finding }) => finding.state === 'pass',
  ).length;
  const { title } = entity.metadata;
  const operated =
    entity.relations?.filter(({ type }) => type === RELATION_OPERATOR_OF)
      .length ?? 0;
  if (!about.run) {
    return <Typography variant="body2">{t('audit.entity.notYet')}</Typography>;
  }
  return (
    <>
      {pillars.length ? (
        <>
          <Typography variant="body2">
            {t('operations.readiness', {
              passed: String(passed),
              total: String(pillars.length),
            })}
          </Typography>
          {operated > 0 && (
            <Typography variant="body2" color="textSecondary">
              {t('audit.readiness.operates', { count: operated })}
            </Typography>
          )}
          <FindingItems
            label={t('audit.readiness.pillars')}
            findings={pillars.map(({ pillar, finding }) => ({
              finding,
              name: t(`operations.pillar.${pillar}`),
            }))}
            about={about}
            title={title}
            onChanged={onChanged}
          />
        </>
      ) : (
        <Typography variant="body2" paragraph>
          {t('audit.readiness.operatesNothing')}
        </Typography>
      )}
      {open.length > 0 && (
        <Section title={t('audit.readiness.others')} count={open.length}>
          <FindingItems
            label={t('audit.readiness.others')}
            findings={open.map(finding => ({ finding }))}
            about={about}
            title={title}
            onChanged={onChanged}
          />
        </Section>
      )}
      <AuditAge run={about.run} />
    </>
  );
}

function ReadinessOf({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [version, change] = useReducer((count: number) => count + 1, 0);
  const answer = useEntityFindings(stringifyEntityRef(entity), version);
  return (
    <EntityInfoCard title={t('audit.readiness.title')}>
      <AnswerBoundary
        answer={answer}
        failed={CompactFailure}
        loading={
          <div style={{ minHeight: 160 }}>
            <Progress />
          </div>
        }
      >
        {about => (
          <Readiness entity={entity} about={about} onChanged={change} />
        )}
      </AnswerBoundary>
    </EntityInfoCard>
  );
}

/** How ready a Group is to operate what it operates, by the last audit, with what one can confirm of it. */
export const EntityReadinessCard = () => {
  const { entity } = useEntity();
  // The key keeps one team's answer from showing for the next.
  return <ReadinessOf key={stringifyEntityRef(entity)} entity={entity} />;
};
