import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CustomerEntityV1alpha1,
  CustomerGraph,
  CustomersPage,
  CustomerSummary,
  Delivery,
  deliveryTo,
  Impact,
  impactOf,
  layersOf,
  pillarsMissing,
  TeamOperations,
  TeamsPage,
  TeamSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import stableStringify from 'fast-json-stable-stringify';
import { mapValues, omit, pick, uniq } from 'lodash';
import { graphOf, NOW } from './graphOf';
import { NAME, titleOf } from './randomCatalog';

type Json = { [key: string]: unknown };

const nameIn = (ref: string) => ref.split('/')[1];

/** What is left of a hidden entry, list by list. */
const REMAINS: Record<string, { shown: string[]; instead?: Json }> = {
  customers: { shown: ['customerRef', 'role', 'source', 'distance', 'path'] },
  operations: { shown: ['teamRef', 'source', 'path'] },
  supply: {
    shown: ['entityRef', 'distance', 'path'],
    instead: { layer: 'unclassified', owners: [], operationsTeams: [] },
  },
  affected: {
    shown: ['entityRef', 'distance', 'path'],
    instead: { owners: [], operationsTeams: [] },
  },
  items: { shown: ['customerRef', 'serves', 'teamRef', 'operates'] },
};
REMAINS.failing = REMAINS.affected;
REMAINS.chain = REMAINS.supply;
REMAINS.operates = {
  shown: ['entityRef', 'source'],
  instead: { layer: 'unclassified' },
};
REMAINS.customerOf = REMAINS.operates;

const refOf = (entry: Json) =>
  String(entry.customerRef ?? entry.teamRef ?? entry.entityRef);

// Who assigned what is known to those who may read what it was assigned to.
function withoutAssigned(
  entry: Json | string,
  readable: (name: string) => boolean,
): Json | string {
  if (typeof entry === 'string' || !entry.assigned) {
    return entry;
  }
  const end = (entry.path as string[]).at(-1)!;
  return readable(nameIn(end)) ? entry : omit(entry, 'assigned');
}

/**
 * What somebody is to see of answers about a random catalog, worked out as plainly as can be: in every text every name is
 * looked for, and it is looked up who spells it.
 */
export class PlainMask {
  readonly #entities: readonly Entity[];
  readonly #graph: CustomerGraph;
  readonly #texts: Array<{ name: string; hidden: boolean; text: string }>;

  constructor(
    entities: readonly Entity[],
    isHidden: (entity: Entity) => boolean,
  ) {
    this.#entities = entities;
    this.#graph = graphOf(entities);
    this.#texts = entities.map(entity => ({
      name: entity.metadata.name,
      hidden: isHidden(entity),
      text: JSON.stringify(entity),
    }));
  }

  /** Whether they may read what goes by a name: the entity itself, or if there is none, one that spells it out. */
  readonly readable = (name: string): boolean => {
    const entity = this.#texts.find(one => one.name === name);
    return entity
      ? !entity.hidden
      : this.#texts.some(({ hidden, text }) => !hidden && text.includes(name));
  };

  /** The names and titles in a text that they may not read. */
  leaks(text: string): string[] {
    return uniq(JSON.stringify(this.#entities).match(NAME))
      .filter(name => !this.readable(name))
      .flatMap(name => [name, titleOf(name)])
      .filter(word => text.includes(word));
  }

  /**
   * An answer, with # for every name in it that they may not read, nothing of hidden entries but their place, and nothing
   * of hidden customers in what is summed up.
   */
  mask(full: object): object {
    const answer = {
      ...full,
      ...('operates' in full && this.#operates(full as TeamOperations)),
      ...('totalItems' in full &&
        'graph' in full &&
        this.#items(full as CustomersPage | TeamsPage)),
    };
    const lists = mapValues(answer, (value: unknown, key) => {
      const { shown, instead } = REMAINS[key] ?? {};
      return shown && Array.isArray(value)
        ? value.map(entry =>
            typeof entry === 'string' || this.readable(nameIn(refOf(entry)))
              ? withoutAssigned(entry, this.readable)
              : {
                  ...pick(entry, shown),
                  ...instead,
                  exists: true,
                  hidden: true,
                },
          )
        : value;
    });
    return {
      ...JSON.parse(
        JSON.stringify(lists).replace(
          /([a-z]+:)?([a-z]+\/)?([a-h]\d\dz)/gi,
          (ref, _kind, _namespace, name) => (this.readable(name) ? ref : '#'),
        ),
      ),
      ...('missing' in answer && this.#missing(answer as Delivery)),
      ...('weakestTeam' in answer && this.#weakest(answer as Delivery)),
      ...('valueHidden' in answer && this.#sums(answer as Impact)),
    };
  }

  #missing({ missing }: Pick<Delivery, 'missing'>) {
    return { missing: this.#readableOf(missing) };
  }

  #weakest({ operations }: Pick<Delivery, 'operations'>) {
    const most = Math.max(...operations.map(team => pillarsMissing(team) ?? 0));
    const weakest = operations.filter(team => pillarsMissing(team) === most);
    const [first = '#'] = this.#readableOf(
      weakest.map(({ teamRef }) => teamRef),
    );
    return { weakestTeam: first };
  }

  #operates({ operates }: TeamOperations) {
    return {
      operates: operates.map(({ leastTier: _, ...entry }) => {
        const leastTier = this.#leastTier(entry.entityRef);
        return { ...entry, ...(leastTier && { leastTier }) };
      }),
    };
  }

  #leastTier(entityRef: string): number | undefined {
    return impactOf(this.#graph, [entityRef], {
      now: NOW,
      canRead: ref => this.readable(nameIn(ref)),
    }).smallestTier;
  }

  #items({ items }: CustomersPage | TeamsPage) {
    return {
      items: items.map(item =>
        'teamRef' in item ? this.#team(item) : this.#summary(item),
      ),
    };
  }

  #team({ leastTier: _, ...team }: TeamSummary): object {
    const operated = this.#entities.filter(entity => {
      const layers = layersOf(this.#graph, stringifyEntityRef(entity), {
        now: NOW,
      });
      return (
        this.readable(entity.metadata.name) &&
        layers?.operations.some(({ teamRef }) => teamRef === team.teamRef)
      );
    });
    const tiers = operated.map(
      entity => this.#leastTier(stringifyEntityRef(entity)) ?? Infinity,
    );
    const leastTier = Math.min(...tiers);
    return { ...team, ...(Number.isFinite(leastTier) && { leastTier }) };
  }

  #summary({ confirmed: _, ...item }: CustomerSummary): object {
    const { customerRef, weakestTeam } = item;
    const dates = this.#entities
      .filter(({ metadata: { name } }) => this.readable(name))
      .flatMap(entity => {
        const layers = layersOf(this.#graph, stringifyEntityRef(entity), {
          now: NOW,
        });
        return layers?.customers.some(
          found =>
            found.customerRef === customerRef &&
            (found.source === 'declared' || found.source === 'inherited'),
        )
          ? [layers.delivery.confirmedOn]
          : [];
      });
    const known = dates.filter(date => date !== undefined).sort();
    const { weakestTeam: teamRef } = this.#weakest(
      deliveryTo(this.#graph, customerRef, { now: NOW })!,
    );
    return {
      ...item,
      ...(weakestTeam && {
        weakestTeam: {
          ...(teamRef !== '#' && { passes: weakestTeam.passes }),
          teamRef,
        },
      }),
      ...(dates.length && {
        confirmed: {
          ...(known.length && { newest: known.at(-1), oldest: known[0] }),
          unconfirmed: dates.length - known.length,
        },
      }),
    };
  }

  #sums({ customers }: Impact) {
    const valueAtRisk: Record<string, number> = {};
    const tiers: number[] = [];
    let valueHidden = 0;
    for (const { customerRef, role } of customers) {
      const name = nameIn(customerRef);
      const spec = this.#entities.find(({ metadata }) => metadata.name === name)
        ?.spec as Partial<CustomerEntityV1alpha1['spec']> | undefined;
      if (!this.readable(name)) {
        valueHidden += role === 'economic' ? 1 : 0;
        continue;
      }
      if (spec?.tier) {
        tiers.push(spec.tier);
      }
      if (role === 'economic' && spec?.value) {
        const { amount, currency } = spec.value;
        valueAtRisk[currency] = (valueAtRisk[currency] ?? 0) + amount;
      }
    }
    const smallestTier = tiers.length ? Math.min(...tiers) : undefined;
    return { valueAtRisk, valueHidden, smallestTier };
  }

  #readableOf(refs: readonly string[]): string[] {
    return refs.filter(ref => this.readable(nameIn(ref)));
  }
}

/** An answer with # for every id. */
export const withoutIds = <T>(answer: T): T =>
  JSON.parse(JSON.stringify(answer).replace(/#[1-9]\d*/g, '#'));

/** An answer without what differs from one to the next: ids, and the order of whatever is no path. */
export function unordered(answer: unknown): unknown {
  const sort = (value: unknown, key?: string): unknown => {
    if (Array.isArray(value)) {
      const items = value.map(item => sort(item));
      return key === 'path'
        ? items
        : items.map(item => stableStringify(item)).sort();
    }
    return value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value).map(([name, item]) => [name, sort(item, name)]),
        )
      : value;
  };
  return sort(withoutIds(answer));
}

/** Where a list is not in order: by rank, and in each rank first what can be seen, by ref, then what can't. */
export function disorder(answer: object): string[] {
  const ranks = (entry: Json | string) =>
    typeof entry === 'string' ? [] : [entry.role ?? '', entry.distance ?? 0];
  const ref = (entry: Json | string) =>
    typeof entry === 'string' ? entry : refOf(entry);
  return Object.entries(answer).flatMap(([key, list]) =>
    Array.isArray(list) && key !== 'problems'
      ? list.slice(1).flatMap((after, i) => {
          const before = list[i];
          const [a, b] = [ranks(before), ranks(after)];
          const hidden = [before, after].map(entry => ref(entry)[0] === '#');
          let inOrder: boolean;
          if (a.join() !== b.join()) {
            inOrder = a[0] === b[0] ? a[1] < b[1] : a[0] < b[0];
          } else if (hidden[0] || hidden[1]) {
            inOrder = hidden[1];
          } else {
            inOrder = ref(before) < ref(after);
          }
          return inOrder ? [] : [`${key}: ${ref(before)}, ${ref(after)}`];
        })
      : [],
  );
}
