import {
  ANNOTATION_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AssignmentAnswer,
  Delivery,
  PORTAL_CUSTOMERS_LOCATION,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useReducer } from 'react';
import { CatchUp, useCatchUp } from '../../hooks/useCatchUp';
import { useDelivery } from '../../hooks/useCustomerLayer';
import { customerFacts, deliveryView } from '../../lib/delivery';
import { annotationSnippet } from '../../lib/snippets';
import { customerLayerTranslationRef } from '../../translation';
import { AssignToEntities } from '../AssignToEntities';
import { AnswerBoundary } from '../AnswerBoundary';
import { MissingRefs } from '../EntityName';
import { CustomerFacts } from '../CustomerFacts';
import { CatchUpNotice } from '../CatchUpNotice';
import { DeclareHint } from '../DeclareHint';
import { EntityAudit } from '../EntityAudit';
import { ExportButton } from '../ExportDialog';
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

/** As what a Customer is named by what serves it. */
const servedKey = (entity: Entity) =>
  customerFacts(entity).type === 'internal'
    ? 'internalCustomers'
    : 'economicCustomers';

function ServedByNothing({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <DeclareHint
      meaning={t('delivery.servesNone')}
      snippet={annotationSnippet(SERVING, {
        [servedKey(entity)]: stringifyEntityRef(entity),
      })}
    />
  );
}

/** Whether a Customer was created in the portal, so that it can be exported itself. */
const isFromPortal = ({ metadata }: Entity) =>
  metadata.annotations?.[ANNOTATION_LOCATION] === PORTAL_CUSTOMERS_LOCATION;

type WholeDeliveryProps = {
  entity: Entity;
  delivery: Delivery;
  catchUp: CatchUp;
  onAssigned: (answer: AssignmentAnswer) => void;
};

function WholeDelivery(props: WholeDeliveryProps) {
  const { entity, delivery, catchUp, onAssigned } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const titles = useTitles();
  const key = servedKey(entity);
  const customerRef = stringifyEntityRef(entity);
  const { segments, serves, restsOn, teams, weakestTeam } =
    deliveryView(delivery);
  return (
    <Columns
      alerts={catchUp !== 'done' && <CatchUpNotice state={catchUp} />}
      strip={{
        ...titles.about,
        body: <CustomerFacts entity={entity} segments={segments} />,
      }}
      columns={[
        {
          ...titles.serves,
          action: (
            <>
              <AssignToEntities
                assignedRef={customerRef}
                title={entity.metadata.title}
                as={[key]}
                onAssigned={onAssigned}
              />
              <ExportButton
                entityRefs={[
                  ...(isFromPortal(entity) ? [customerRef] : []),
                  ...serves.map(({ entityRef }) => entityRef),
                ]}
              />
            </>
          ),
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
  const [version, look] = useReducer((count: number) => count + 1, 0);
  const answer = useDelivery(entity, version);
  const { state, begin } = useCatchUp(look);
  return (
    <AnswerBoundary answer={answer} loading={<LoadingDelivery />}>
      {delivery => (
        <MissingRefs refs={delivery.missing}>
          <WholeDelivery
            entity={entity}
            delivery={delivery}
            catchUp={state}
            onAssigned={begin}
          />
        </MissingRefs>
      )}
    </AnswerBoundary>
  );
}
