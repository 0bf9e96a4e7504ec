import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Delivery } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useDelivery } from '../../hooks/useCustomerLayer';
import { customerFacts, deliveryView } from '../../lib/delivery';
import { annotationSnippet } from '../../lib/snippets';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { MissingRefs } from '../EntityName';
import { CustomerFacts } from '../CustomerFacts';
import { DeclareHint } from '../DeclareHint';
import { EntityAudit } from '../EntityAudit';
import { GraphFooter } from '../GraphFooter';
import { TeamList } from '../OperationsPanel';
import { StackList } from '../SupplyPanel';
import { Columns, waiting } from './Columns';

function useTitles() {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const titled = (part: 'serves' | 'teams' | 'restsOn') => ({
    title: t(`delivery.${part}`),
    subtitle: t(`delivery.${part}Subtitle`),
  });
  return {
    about: { title: t('delivery.about') },
    serves: titled('serves'),
    teams: titled('teams'),
    restsOn: titled('restsOn'),
  };
}

function LoadingDelivery() {
  const { about, serves, teams, restsOn } = useTitles();
  return (
    <Columns
      strip={waiting(about, 40)}
      columns={[serves, teams, restsOn].map(title => waiting(title, 240))}
    />
  );
}

const SERVING = { metadata: { name: 'web-shop' } };

function ServedByNothing({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const key =
    customerFacts(entity).type === 'internal'
      ? 'internalCustomers'
      : 'economicCustomers';
  return (
    <DeclareHint
      meaning={t('delivery.servesNone')}
      snippet={annotationSnippet(SERVING, {
        [key]: stringifyEntityRef(entity),
      })}
    />
  );
}

type WholeDeliveryProps = { entity: Entity; delivery: Delivery };

function WholeDelivery({ entity, delivery }: WholeDeliveryProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const titles = useTitles();
  const { segments, serves, restsOn, teams, weakestTeam } =
    deliveryView(delivery);
  return (
    <Columns
      strip={{
        ...titles.about,
        body: <CustomerFacts entity={entity} segments={segments} />,
      }}
      columns={[
        {
          ...titles.serves,
          body: serves.length ? (
            <StackList supply={serves} />
          ) : (
            <ServedByNothing entity={entity} />
          ),
        },
        {
          ...titles.teams,
          body: teams.length ? (
            <TeamList
              label={t('delivery.teams')}
              teams={teams}
              weakestTeam={weakestTeam}
            />
          ) : (
            <Typography variant="body2">{t('delivery.teamsNone')}</Typography>
          ),
        },
        {
          ...titles.restsOn,
          body: restsOn.length ? (
            <StackList supply={restsOn} />
          ) : (
            <Typography variant="body2">{t('delivery.restsOnNone')}</Typography>
          ),
        },
      ]}
      beneath={<EntityAudit entity={entity} />}
      footer={
        <GraphFooter
          builtAt={delivery.graph.builtAt}
          truncated={delivery.truncated}
        />
      }
    />
  );
}

/** Whom a Customer is, what serves it, and what that rests on. */
export function CustomerContent({ entity }: { entity: Entity }) {
  const answer = useDelivery(entity);
  return (
    <AnswerBoundary answer={answer} loading={<LoadingDelivery />}>
      {delivery => (
        <MissingRefs refs={delivery.missing}>
          <WholeDelivery entity={entity} delivery={delivery} />
        </MissingRefs>
      )}
    </AnswerBoundary>
  );
}
