import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TeamOperations } from '@missing-layer/backstage-plugin-customer-layer-common';
import { annotationSnippet } from '../../lib/snippets';
import { operatedView } from '../../lib/teamOperations';
import { customerLayerTranslationRef } from '../../translation';
import { DeclareHint } from '../DeclareHint';
import { EntityName, useNameOf } from '../EntityName';
import { Entry } from '../Entry';
import { FoldedList } from '../FoldedList';
import { Section } from '../Section';
import { Mark } from '../Mark';

const FEW = 5;
const OPERATED = { metadata: { name: 'web-shop' } };

/** Props of {@link OperatedList}. */
export type OperatedListProps = {
  entity: Entity;
  operations: Pick<TeamOperations, 'operates'>;
};

/** What a team keeps running, layer by layer, with the most critical customers that each serves. */
export function OperatedList({ entity, operations }: OperatedListProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const nameOf = useNameOf('entity');
  const { sections, critical } = operatedView(operations);
  if (!sections.length) {
    return (
      <DeclareHint
        meaning={t('index.team.operatesNone')}
        snippet={annotationSnippet(OPERATED, {
          operationsTeam: stringifyEntityRef(entity),
        })}
      />
    );
  }
  return (
    <>
      {critical > 0 && (
        <Typography variant="body2" paragraph>
          {t('index.team.critical', { count: critical })}
        </Typography>
      )}
      {sections.map(({ layer, entries }) => (
        <Section key={layer} title={t(`layer.${layer}`)} count={entries.length}>
          <FoldedList
            label={t(`layer.${layer}`)}
            items={entries}
            initial={FEW}
            keyOf={entry => entry.entityRef}
            textOf={entry => nameOf(entry.entityRef, entry.title)}
          >
            {({ entityRef, title, exists, source, leastTier }) => (
              <Entry
                label={nameOf(entityRef, title)}
                name={
                  <EntityName
                    entityRef={entityRef}
                    title={title}
                    exists={exists}
                  />
                }
                note={
                  leastTier !== undefined && (
                    <Mark
                      label={t('index.team.tier', { tier: String(leastTier) })}
                    />
                  )
                }
                details={t(`index.team.source.${source}`)}
                path={[]}
              />
            )}
          </FoldedList>
        </Section>
      ))}
    </>
  );
}
