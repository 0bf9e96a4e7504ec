import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import {
  expectedAnnotations,
  randomAlias,
  randomFile,
  randomPortalText,
  randomRule,
  saidOf,
  saysItself,
  World,
  written,
} from '../__testUtils__/assignmentReference';
import { DEFAULT_DERIVATION_RULES } from '../config';
import { assignDeclarations, withoutAssigned } from './assignDeclarations';
import { AssignerSet, joinAssigners } from './assignerSet';
import { keyOfShortName } from './assignment';
import { DryRunner } from './DryRunner';
import { placesInConfig } from './placing';
import { readAssigners } from './readAssigners';

const { deliverableKinds } = DEFAULT_DERIVATION_RULES;
const FILES = 4;

type Change = (world: World, process: (file: number) => void) => void;

const file = fc.nat(FILES - 1);

function putAt<T>(list: T[], index: number, item: T): void {
  list.splice(index % (list.length + 1), 0, item);
}

function takeAt<T>(list: T[], index: number): void {
  if (list.length) {
    list.splice(index % list.length, 1);
  }
}

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(randomRule, fc.nat()).map(
    ([rule, at]): Change =>
      ({ rules }) =>
        putAt(rules, at, rule),
  ),
  fc.tuple(randomAlias, fc.nat()).map(
    ([alias, at]): Change =>
      ({ aliases }) =>
        putAt(aliases, at, alias),
  ),
  fc.nat().map(
    (at): Change =>
      ({ rules }) =>
        takeAt(rules, at),
  ),
  fc.nat().map(
    (at): Change =>
      ({ aliases }) =>
        takeAt(aliases, at),
  ),
  fc.tuple(file, randomPortalText).map(
    ([number, [short, text]]): Change =>
      ({ portal }) => {
        portal[number][short] = text;
      },
  ),
  fc.tuple(file, randomPortalText).map(
    ([number, [short]]): Change =>
      ({ portal }) => {
        delete portal[number][short];
      },
  ),
  file.chain(number =>
    randomFile(number).map(
      (edited): Change =>
        ({ files }) => {
          files[number] = edited;
        },
    ),
  ),
  file.map(
    (number): Change =>
      (_, process) =>
        process(number),
  ),
);

/** The rules and aliases of a world, as the suite reads them: half of each from one place, half from another. */
function readFrom(world: Pick<World, 'aliases' | 'rules'>): AssignerSet {
  const { aliases, rules } = written(world);
  const pieces = [0, 1].map(piece => {
    const half = <T>(all: T[]) => {
      const middle = Math.ceil(all.length / 2);
      return piece ? all.slice(middle) : all.slice(0, middle);
    };
    return { aliases: half(aliases), rules: half(rules) };
  });
  return joinAssigners(
    pieces.map(piece => readAssigners(piece, placesInConfig('test'))),
  );
}

/** A catalog that processes an entity as the world is at that time. */
class Catalog {
  readonly entities: Entity[] = [];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  process(number: number): void {
    const { files, portal } = this.#world;
    const texts = Object.fromEntries(
      Object.entries(portal[number]).map(([short, text]) => [
        keyOfShortName(short)!,
        text,
      ]),
    );
    this.entities[number] = assignDeclarations(files[number], {
      assigners: [
        { source: 'portal', of: () => texts },
        ...readFrom(this.#world).assigners,
      ],
      deliverableKinds,
    });
  }
}

type Past = { files: Entity[]; changes: Change[]; order: number[] };

const history: fc.Arbitrary<Past> = fc.record({
  files: fc.tuple(
    ...Array.from({ length: FILES }, (_, number) => randomFile(number)),
  ),
  changes: fc.array(change, { maxLength: 25 }),
  order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: FILES }),
});

function live({ files, changes, order }: Past) {
  const world: World = {
    files: [...files],
    portal: files.map(() => ({})),
    aliases: [],
    rules: [],
  };
  const catalog = new Catalog(world);
  changes.forEach(apply => apply(world, number => catalog.process(number)));
  order.forEach(number => catalog.process(number));
  return { world, catalog };
}

it('assigns by the rules as they are, however they came to be so', () => {
  fc.assert(
    fc.property(history, past => {
      const { world, catalog } = live(past);
      catalog.entities.forEach((entity, number) => {
        const expected = expectedAnnotations(world, number);
        expect(entity.metadata.annotations).toEqual(expected);
        const { 'customer-layer.io/assigned': _, ...own } =
          world.files[number].metadata.annotations ?? {};
        expect(withoutAssigned(entity).metadata.annotations).toEqual(own);
      });
    }),
    { numRuns: 800, seed: 20261128 },
  );
});

it('dry runs say what would happen, whatever the catalog was processed by', () => {
  fc.assert(
    fc.property(
      history,
      fc.array(randomAlias, { maxLength: 3 }),
      fc.array(randomRule, { maxLength: 4 }),
      (past, aliases, rules) => {
        const { world, catalog } = live(past);
        const tried = { ...world, aliases, rules };
        const runner = new DryRunner(readFrom(tried), { deliverableKinds });
        catalog.entities.forEach(entity => runner.add(entity));
        const result = runner.result();

        const said = world.files.map((entity, number) =>
          saidOf(tried, number).map((one, index, all) => ({
            ...one,
            holds:
              !saysItself(entity, one.short) &&
              all.findIndex(({ short }) => short === one.short) === index,
          })),
        );
        const refs = world.files.map(entity => stringifyEntityRef(entity));
        for (const { source, matches, holds, examples } of result.assigners) {
          const of = (number: number) =>
            said[number].filter(one => one.source === source);
          const numbers = [...said.keys()];
          expect(matches).toBe(numbers.filter(n => of(n).length).length);
          const held = numbers.filter(n => of(n).some(one => one.holds));
          expect(holds).toBe(held.length);
          expect(examples).toEqual(held.map(n => refs[n]).sort());
          expect(result.idle.includes(source)).toBe(matches === 0);
        }
        const pairs = said.map(all =>
          all.flatMap(one =>
            all
              .slice(all.indexOf(one) + 1)
              .filter(({ short }) => short === one.short)
              .map(other => `${one.source} ${other.source}`)
              .filter(pair => !pair.includes('portal')),
          ),
        );
        expect(
          result.overlaps.map(({ first, second, entities }) => [
            `${first} ${second}`,
            entities,
          ]),
        ).toEqual(
          expect.arrayContaining(
            [...new Set(pairs.flat())].map(pair => [
              pair,
              pairs.filter(all => all.includes(pair)).length,
            ]),
          ),
        );
        expect(result.overlaps).toHaveLength(new Set(pairs.flat()).size);
      },
    ),
    { numRuns: 800, seed: 20261128 },
  );
});
