import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { EntityFindings } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useReducer } from 'react';
import { useEntityFindings } from '../../hooks/useAudit';
import { byUrgency } from '../../lib/audit/findings';
import { customerLayerTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { AuditAge } from './AuditAge';
import { FindingItems } from './FindingItems';

type FindingsProps = {
  about: EntityFindings;
  title?: string;
  onChanged: () => void;
};

function Findings({ about, title, onChanged }: FindingsProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { open, passed } = byUrgency(about.items);
  const itemsOf = (findings: typeof open) =>
    findings.map(finding => ({ finding }));
  if (!about.run) {
    return <Typography variant="body2">{t('audit.entity.notYet')}</Typography>;
  }
  if (!about.items.length) {
    return (
      <>
        <Typography variant="body2">{t('audit.entity.none')}</Typography>
        <AuditAge run={about.run} />
      </>
    );
  }
  return (
    <>
      {open.length ? (
        <FindingItems
          label={t('audit.entity.list')}
          findings={itemsOf(open)}
          about={about}
          title={title}
          onChanged={onChanged}
        />
      ) : (
        <Typography variant="body2">{t('audit.entity.allPass')}</Typography>
      )}
      {passed.length > 0 && (
        <Disclosure label={t('audit.entity.passed', { count: passed.length })}>
          <FindingItems
            label={t('audit.entity.passedList')}
            findings={itemsOf(passed)}
            about={about}
            title={title}
            onChanged={onChanged}
          />
        </Disclosure>
      )}
      <AuditAge run={about.run} />
    </>
  );
}

/** Props of {@link EntityAudit}. */
export type EntityAuditProps = {
  entity: Entity;
  /** Called when something was confirmed or asked for. */
  onChanged?: () => void;
};

/** What the audit says of an entity; nothing as long as, or where, it doesn't say. */
export function EntityAudit({ entity, onChanged }: EntityAuditProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [version, change] = useReducer((count: number) => count + 1, 0);
  const answer = useEntityFindings(stringifyEntityRef(entity), version);
  if (answer.status !== 'ready') {
    return null;
  }
  return (
    <EntityInfoCard title={t('audit.entity.title')}>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('audit.entity.subtitle')}
      </Typography>
      <Findings
        about={answer.value}
        title={entity.metadata.title}
        onChanged={() => {
          change();
          onChanged?.();
        }}
      />
    </EntityInfoCard>
  );
}
