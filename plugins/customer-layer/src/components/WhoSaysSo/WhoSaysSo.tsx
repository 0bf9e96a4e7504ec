import { Entity } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { DECLARATION_KEYS } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Assigning } from '../../hooks/useAssigning';
import { kindName } from '../../lib/kinds';
import { customerLayerTranslationRef } from '../../translation';
import { ChangeList } from '../AssignmentChanges';
import { CatchUpNotice } from '../CatchUpNotice';
import { Disclosure } from '../Disclosure';
import { ExportButton } from '../ExportDialog';
import { AssignAction } from './AssignAction';
import { DeclarationItem } from './DeclarationItem';

const useStyles = makeStyles(
  theme => ({
    acts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
    },
    list: {
      listStyle: 'none',
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
      gap: theme.spacing(2, 3),
      margin: theme.spacing(0, 0, 1),
      padding: 0,
    },
  }),
  { name: 'CustomerLayerWhoSaysSo' },
);

/** Props of {@link WhoSaysSo}. */
export type WhoSaysSoProps = { entity: Entity; assigning: Assigning };

/** Who made each declaration of an entity, who is not heard, and how that came about; nothing where it isn't known. */
export function WhoSaysSo({ entity, assigning }: WhoSaysSoProps) {
  const { entityRef, assignments, catchUp, version, onAssigned } = assigning;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  if (!assignments) {
    return null;
  }
  const { portal, mayAssign } = assignments;
  const declarations = DECLARATION_KEYS.flatMap(
    key => assignments.declarations.find(one => one.key === key) ?? [],
  );
  const isAssigned = declarations.some(
    ({ candidates }) => candidates[0]?.source !== 'file',
  );
  return (
    <EntityInfoCard
      title={t('assign.who.title')}
      headerActions={
        <div className={classes.acts}>
          {isAssigned && <ExportButton entityRefs={[entityRef]} />}
          <AssignAction assigning={assigning} />
        </div>
      }
    >
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('assign.who.subtitle')}
      </Typography>
      <CatchUpNotice state={catchUp} />
      {declarations.length ? (
        <ul className={classes.list} aria-label={t('assign.who.list')}>
          {declarations.map(declaration => (
            <li key={declaration.key}>
              <DeclarationItem
                declaration={declaration}
                portal={portal.find(({ key }) => key === declaration.key)}
                mayAssign={mayAssign}
                assigning={assigning}
              />
            </li>
          ))}
        </ul>
      ) : (
        <Typography variant="body2" paragraph>
          {t('assign.who.nothing', { kind: kindName(entity, t) })}
        </Typography>
      )}
      {!mayAssign && (
        <Typography variant="caption" color="textSecondary" component="div">
          {t('assign.who.mayNot')}
        </Typography>
      )}
      <Disclosure label={t('assign.who.history')}>
        <ChangeList
          entityRef={entityRef}
          version={version}
          onUndone={onAssigned}
        />
      </Disclosure>
    </EntityInfoCard>
  );
}
