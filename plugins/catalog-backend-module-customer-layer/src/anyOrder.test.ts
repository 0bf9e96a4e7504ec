import {
  coreServices,
  createServiceFactory,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import { Knex } from 'knex';
import { isEqual, pick, range } from 'lodash';
import {
  Assigners,
  DECLARATIONS,
  randomAssigners,
  randomEntity,
  randomPortalText,
  Text,
  written,
} from './__testUtils__/assignmentWorld';
import {
  countsOn,
  expectedAnnotations,
} from './__testUtils__/expectedAnnotations';
import { GitHost } from './__testUtils__/GitHost';
import { TestCatalog } from './__testUtils__/TestCatalog';

// Whatever happens to files, rules and the portal, and in whatever order: in the end each entity says what it must.

const SIZE = 40;
/** Files that the catalog reads: one by configuration, two that people register. */
const FILES = 3;
const fileOf = (number: number) => number % FILES;
/** The first of each file is there from the beginning, and so is every other one. */
const isThereAtFirst = (number: number) => number < FILES || number % 2 === 0;

type Event =
  | { type: 'edit'; edited: Entity[] }
  | { type: 'assign'; numbers: number[]; says: [string, Text | undefined] }
  | { type: 'rules'; assigners: Assigners }
  | { type: 'register'; file: number };

const someOf = (minLength: number, maxLength: number) =>
  fc.uniqueArray(fc.nat(SIZE - 1), { minLength, maxLength });

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('assign' as const),
      numbers: someOf(5, 15),
      says: randomPortalText,
    }),
  },
  {
    weight: 3,
    arbitrary: someOf(1, 6).chain(numbers =>
      fc.record({
        type: fc.constant('edit' as const),
        edited: fc.tuple(...numbers.map(randomEntity)),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('rules' as const),
      assigners: randomAssigners,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('register' as const),
      file: fc.integer({ min: 1, max: FILES - 1 }),
    }),
  },
);

const past = fc.record({
  entities: fc.tuple(...range(SIZE).map(randomEntity)),
  configured: fc.tuple(randomAssigners, randomAssigners),
  beforeRestart: fc.array(event, { minLength: 8, maxLength: 12 }),
  afterRestart: fc.array(event, { minLength: 8, maxLength: 12 }),
});

const numberOf = ({ metadata }: Entity) => Number(metadata.name.slice(1));

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const directory = createMockDirectory();

/** A catalog to which things happen, and what ought to come of them. */
class Story {
  catalog!: TestCatalog;
  readonly #database: Knex;
  readonly #host: GitHost;
  readonly #files = new Map<number, Entity>();
  readonly #portal: Array<Record<string, string>> = range(SIZE).map(() => ({}));
  readonly #registered: Array<{ name: string; id: string }> = [];
  #places: [Assigners, Assigners];
  #registrations = 0;
  #scheduler!: SchedulerService;

  constructor(options: {
    database: Knex;
    host: GitHost;
    entities: Entity[];
    configured: Assigners;
  }) {
    this.#database = options.database;
    this.#host = options.host;
    this.#places = [options.configured, { aliases: [], rules: [] }];
    options.entities
      .filter((_, number) => isThereAtFirst(number))
      .forEach(entity => this.#files.set(numberOf(entity), entity));
  }

  async begin(): Promise<void> {
    this.#writeRules();
    await this.#start();
    for (const file of range(1, FILES)) {
      await this.#register(file);
    }
  }

  async restart(configured: Assigners): Promise<void> {
    await this.end();
    this.#places[0] = configured;
    await this.#start();
    await this.#refreshAll();
  }

  end(): Promise<void> {
    return this.catalog.stop();
  }

  async happens(one: Event): Promise<void> {
    switch (one.type) {
      case 'edit':
        return this.#edit(one.edited);
      case 'assign':
        return this.#assign(one.numbers, one.says);
      case 'rules':
        this.#places[1] = one.assigners;
        this.#writeRules();
        await this.#scheduler.triggerTask('customer-layer-rule-files');
        // As long as a replica takes to notice.
        await new Promise(resolve => setTimeout(resolve, 1_100));
        return this.#refreshAll();
      default:
        return this.#registerAnew(one.file);
    }
  }

  /** What entities must say, by ref. */
  expected(): Record<string, Record<string, string>> {
    return Object.fromEntries(
      [...this.#files.values()].map(entity => [
        stringifyEntityRef(entity),
        expectedAnnotations(
          entity,
          this.#portal[numberOf(entity)],
          this.#places,
        ),
      ]),
    );
  }

  async #start(): Promise<void> {
    const scheduler = mockServices.scheduler();
    this.#scheduler = scheduler;
    this.catalog = await TestCatalog.start({
      directory,
      database: this.#database,
      yaml: this.#textOf(0),
      // Nothing shows because its turn comes.
      processingInterval: { hours: 1 },
      customerLayer: {
        assignments: {
          ...written(this.#places[0]),
          files: [{ target: this.#host.url('/rules.yaml') }],
        },
      },
      features: [
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
      ],
      otherConfig: {
        backend: { reading: { allow: [{ host: this.#host.host }] } },
      },
    });
  }

  async #register(file: number): Promise<void> {
    const name = `${file}-${this.#registrations++}.yaml`;
    directory.addContent({ [name]: this.#textOf(file) });
    const id = await this.catalog.register(name);
    this.#registered[file] = { name, id };
  }

  async #registerAnew(file: number): Promise<void> {
    // While a catalog on PostgreSQL reads a file whose location is taken out, it may keep entities that nothing leads to.
    const refs = this.#entitiesIn(file).map(stringifyEntityRef);
    await this.catalog.eventually(async () => {
      const there = pick(await this.catalog.allAnnotations(), refs);
      if (!isEqual(there, pick(this.expected(), refs))) {
        throw new Error(`${refs} are not as they ought to be`);
      }
    });
    await this.catalog.unregister(this.#registered[file].id);
    await this.#register(file);
  }

  async #edit(edited: Entity[]): Promise<void> {
    edited.forEach(entity => this.#files.set(numberOf(entity), entity));
    for (const file of new Set(edited.map(numberOf).map(fileOf))) {
      const name = this.#registered[file]?.name ?? 'catalog.yaml';
      directory.addContent({ [name]: this.#textOf(file) });
      await this.catalog.refreshFile(name);
    }
  }

  async #assign(
    numbers: number[],
    [short, text]: [string, Text | undefined],
  ): Promise<void> {
    const entities = numbers.flatMap(number => this.#files.get(number) ?? []);
    if (!entities.length) {
      return;
    }
    await this.#areThere(entities);
    const { items } = await this.catalog.as('user:default/ada').assign({
      items: entities.map(entity => ({
        entityRef: stringifyEntityRef(entity),
        declarations: { [DECLARATIONS[short].key]: text?.text ?? null },
      })),
    });
    entities.forEach((entity, index) => {
      const said = this.#portal[numberOf(entity)];
      const isWritten =
        countsOn(entity, short) && (!text || text.readable === 'all');
      if (isWritten === (items[index].result === 'refused')) {
        throw new Error(
          `Not what it ought to be: ${JSON.stringify(items[index])}`,
        );
      }
      if (isWritten && text) {
        said[short] = text.text;
      } else if (isWritten) {
        delete said[short];
      }
    });
  }

  async #refreshAll(): Promise<void> {
    const entities = [...this.#files.values()];
    await this.#areThere(entities);
    for (const entity of entities) {
      await this.catalog.refresh(stringifyEntityRef(entity));
    }
  }

  /** Waits until some entities are in the catalog: what was edited or registered just now may not be there yet. */
  #areThere(entities: Entity[]): Promise<void> {
    return this.catalog.eventually(async () => {
      const there = await this.catalog.allAnnotations();
      const missing = entities.find(one => !there[stringifyEntityRef(one)]);
      if (missing) {
        throw new Error(`The catalog has no "${stringifyEntityRef(missing)}"`);
      }
    });
  }

  #writeRules(): void {
    this.#host.files.set(
      '/rules.yaml',
      JSON.stringify(written(this.#places[1])),
    );
  }

  #textOf(file: number): string {
    return this.#entitiesIn(file)
      .map(entity => JSON.stringify(entity))
      .join('\n---\n');
  }

  #entitiesIn(file: number): Entity[] {
    return [...this.#files.values()].filter(
      entity => fileOf(numberOf(entity)) === file,
    );
  }
}

it.each(databases.eachSupportedId())(
  'each entity of a catalog on %s says what files, portal, aliases and rules make of it, in whatever order they come',
  async databaseId => {
    await fc.assert(
      fc.asyncProperty(past, async ({ entities, configured, ...events }) => {
        const host = await GitHost.start();
        const story = new Story({
          database: await databases.init(databaseId),
          host,
          entities,
          configured: configured[0],
        });
        await story.begin();
        try {
          for (const one of events.beforeRestart) {
            await story.happens(one);
          }
          await story.restart(configured[1]);
          for (const one of events.afterRestart) {
            await story.happens(one);
          }
          await story.catalog.eventually(async () =>
            expect(await story.catalog.allAnnotations()).toEqual(
              story.expected(),
            ),
          );
        } finally {
          await story.end();
          await host.stop();
        }
      }),
      { numRuns: 2, seed: 20261128, endOnFailure: true },
    );
  },
);
