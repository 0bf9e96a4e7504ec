import {
  DEFAULT_NAMESPACE,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { AssignmentSource, readAssigned } from '../assign/assignment';
import { DerivationRules } from '../config';
import { isCustomerEntity } from '../model/customer';
import { Declarations, readDeclarations } from '../model/declarations';
import { readEntityRef } from '../model/entityRef';
import { LayerId, layerOfType } from '../model/layers';
import { Problem } from '../model/problem';
import { ReadinessEvidence } from '../model/readiness';
import {
  CustomerRole,
  Inheritance,
  OperatingModel,
  Stage,
} from '../model/words';
import { DeliveryEvidence } from './answers';
import {
  DECLARATION_KEY_OF,
  DECLARATION_NAMES,
  DeclarationName,
} from './GraphIndex';

/** What is remembered of an entity that the catalog holds, besides its edges. Absent keys cost nothing. */
export type EntityFacts = {
  title?: string;
  layer: LayerId;
  deliverable: boolean;
  /** `spec.type` of a deliverable entity or a Group. */
  type?: string;
  inheritance?: Inheritance;
  /** What it declares, in so many words, to be nobody. */
  none?: DeclarationName[];
  /** Who assigned what it declares, where its file doesn't. */
  assigned?: Partial<Record<DeclarationName, AssignmentSource>>;
  operatingModel?: OperatingModel;
  provider?: string;
  /** What the provider is as a full ref, if its text can be read as one. */
  providerRef?: string;
  delivery?: DeliveryEvidence;
  problems?: Problem[];
  stage?: Stage;
  customer?: {
    type?: CustomerRole;
    tier?: number;
    value?: { amount: number; currency: string };
  };
  /** Of a Group; members and the manager's existence are looked up when asked. */
  team?: Omit<ReadinessEvidence, 'members' | 'manager'> & {
    manager?: string;
  };
};

const DELIVERY_KEYS = [
  'entryPoint',
  'support',
  'slo',
  'value',
  'confirmedOn',
] as const;

const TEAM_KEYS = [
  'onCall',
  'trainedOn',
  'runbooks',
  'dashboards',
  'manager',
  'reviewedOn',
] as const;

function pick<K extends keyof Declarations>(
  declarations: Declarations,
  keys: readonly K[],
): Pick<Declarations, K> | undefined {
  const present = keys.filter(key => declarations[key] !== undefined);
  return present.length
    ? (Object.fromEntries(present.map(key => [key, declarations[key]])) as Pick<
        Declarations,
        K
      >)
    : undefined;
}

function titleOf(entity: Entity): string | undefined {
  const profile = entity.spec?.profile as { displayName?: unknown } | undefined;
  const name = entity.metadata.title ?? profile?.displayName;
  return typeof name === 'string' ? name : undefined;
}

function refOf(text: string, namespace: string): string | undefined {
  const read = text.includes(':')
    ? readEntityRef(text, { defaultKind: '', defaultNamespace: namespace })
    : undefined;
  return read && 'ref' in read ? stringifyEntityRef(read.ref) : undefined;
}

function assignedIn(entity: Entity): EntityFacts['assigned'] {
  const assigned = readAssigned(entity);
  const names = DECLARATION_NAMES.filter(
    name => assigned[DECLARATION_KEY_OF[name]],
  );
  return names.length
    ? Object.fromEntries(
        names.map(name => [name, assigned[DECLARATION_KEY_OF[name]]]),
      )
    : undefined;
}

/** Reads what the graph remembers of an entity. */
export function readFacts(
  entity: Entity,
  rules: DerivationRules,
): { facts: EntityFacts; declarations: Declarations } {
  const kind = entity.kind.toLocaleLowerCase('en-US');
  const deliverable = rules.deliverableKinds.includes(kind);
  const { declarations, problems } = readDeclarations(entity);
  const given = entity.spec?.type;
  const type = typeof given === 'string' ? given : undefined;

  const facts: EntityFacts = {
    layer:
      (deliverable && declarations.layer) ||
      layerOfType(rules.layerTypes, kind, type),
    deliverable,
  };
  const title = titleOf(entity);
  if (title) {
    facts.title = title;
  }
  if (type && (deliverable || kind === 'group')) {
    facts.type = type;
  }
  if (problems.length) {
    facts.problems = problems;
  }
  if (deliverable) {
    const { inheritance, operatingModel, provider } = declarations;
    const delivery = pick(declarations, DELIVERY_KEYS);
    const assigned = assignedIn(entity);
    const none = DECLARATION_NAMES.filter(
      name => declarations[DECLARATION_KEY_OF[name]]?.length === 0,
    );
    Object.assign(
      facts,
      inheritance && { inheritance },
      none.length && { none },
      assigned && { assigned },
      operatingModel && { operatingModel },
      provider && {
        provider,
        providerRef: refOf(
          provider,
          entity.metadata.namespace ?? DEFAULT_NAMESPACE,
        ),
      },
      delivery && { delivery },
    );
  }
  if (kind === 'group') {
    facts.team = pick(declarations, TEAM_KEYS) ?? {};
    if (declarations.stage) {
      facts.stage = declarations.stage;
    }
  }
  if (isCustomerEntity(entity)) {
    // The catalog holds no faulty Customer, but a test or a file at hand may.
    const {
      type: role,
      stage,
      tier,
      value,
    }: Partial<typeof entity.spec> = entity.spec ?? {};
    facts.customer = { type: role, tier, value };
    if (stage) {
      facts.stage = stage;
    }
  }
  return { facts, declarations };
}
