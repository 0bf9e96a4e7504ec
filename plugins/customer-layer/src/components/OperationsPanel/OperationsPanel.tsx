import { Entity } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  OperationsEntry,
  isMaskedRef,
  readDeclarations,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { kindName } from '../../lib/kinds';
import { SUGGESTED, annotationSnippet } from '../../lib/snippets';
import { customerLayerTranslationRef } from '../../translation';
import { DeclareHint } from '../DeclareHint';
import { TeamList } from './TeamList';

/** Props of {@link OperationsPanel}. */
export type OperationsPanelProps = {
  entity: Entity;
  operations: OperationsEntry[];
};

/** Who keeps an entity running, and whether they are ready to. */
export function OperationsPanel({ entity, operations }: OperationsPanelProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const kind = kindName(entity, t);

  if (!operations.length) {
    const { operationsTeam } = readDeclarations(entity).declarations;
    return operationsTeam?.length === 0 ? (
      <Typography variant="body2">{t('operations.explicitNone')}</Typography>
    ) : (
      <DeclareHint
        meaning={t('operations.none', { kind })}
        remedy={t('operations.addHint', { kind })}
        snippet={annotationSnippet(entity, {
          operationsTeam: SUGGESTED.operationsTeam,
        })}
      />
    );
  }

  const assumed = operations.every(({ source }) => source === 'assumed');
  const owner = operations.find(({ teamRef }) => !isMaskedRef(teamRef));
  return (
    <>
      {assumed && (
        <DeclareHint
          meaning={t('operations.assumed')}
          toggle={t('operations.howTo')}
          snippet={annotationSnippet(entity, {
            operationsTeam: owner?.teamRef ?? SUGGESTED.operationsTeam,
          })}
        />
      )}
      <TeamList label={t('operations.title')} teams={operations} />
    </>
  );
}
