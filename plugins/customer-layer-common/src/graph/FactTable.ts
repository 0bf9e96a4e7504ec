import { AssignmentSource } from '../assign/assignment';
import { INHERITANCES, Inheritance } from '../model/words';
import { EntityFacts } from './facts';
import { DECLARATION_NAMES, DeclarationName } from './GraphIndex';
import { EntityRecord } from './record';
import { Paged } from './Paged';
import { TextTable } from './TextTable';

const HELD = 1;
const DELIVERABLE = 2;
const CUSTOMER = 4;
const INHERITANCE_BITS = 3;
const NONE_BITS = 5;

/** What walks look at of an entity, in one byte; 0 for a ref that names nothing. */
export function flagsOf(facts: EntityFacts | undefined): number {
  if (!facts) {
    return 0;
  }
  const { deliverable, customer, inheritance, none } = facts;
  let flags = HELD;
  flags |= deliverable ? DELIVERABLE : 0;
  flags |= customer ? CUSTOMER : 0;
  flags |=
    INHERITANCES.indexOf(inheritance ?? INHERITANCES[0]) << INHERITANCE_BITS;
  for (const name of none ?? []) {
    flags |= 1 << (NONE_BITS + DECLARATION_NAMES.indexOf(name));
  }
  return flags;
}

const parseFacts = (json: string) => JSON.parse(json) as EntityFacts;

/** What is remembered of every entity. */
export class FactTable {
  /** By node; see {@link flagsOf}. */
  readonly flags: Uint8Array;
  readonly #facts: TextTable<EntityFacts>;

  constructor(
    flags: Uint8Array,
    facts: Paged<Uint8Array> | TextTable<EntityFacts>,
  ) {
    this.flags = flags;
    this.#facts =
      facts instanceof TextTable ? facts : new TextTable(facts, parseFacts);
  }

  get texts(): Paged<Uint8Array> {
    return this.#facts.texts;
  }

  /** Absent for a ref that names nothing in the catalog. */
  get(node: number): EntityFacts | undefined {
    return this.held(node) ? this.#facts.get(node) : undefined;
  }

  /** The same, read anew and not kept: for whoever goes through a whole catalog. */
  read(node: number): EntityFacts | undefined {
    return this.held(node) ? parseFacts(this.text(node)) : undefined;
  }

  /** The JSON of the facts; empty for a ref that names nothing. */
  text(node: number): string {
    return this.#facts.text(node);
  }

  /**
   * The same with some facts changed, and leaves the original as it is.
   *
   * @param records - undefined for what the catalog no longer holds
   */
  with(
    size: number,
    records: ReadonlyMap<number, EntityRecord | undefined>,
  ): FactTable {
    const flags = new Uint8Array(size);
    flags.set(this.flags);
    const texts = new Map<number, string>();
    records.forEach((record, node) => {
      flags[node] = flagsOf(record?.facts);
      texts.set(node, record?.text ?? '');
    });
    return new FactTable(flags, this.#facts.with(size, texts));
  }

  /** Whether the catalog holds it. */
  held(node: number): boolean {
    return (this.flags[node] & HELD) !== 0;
  }

  /** Whether its declarations count. */
  deliverable(node: number): boolean {
    return (this.flags[node] & DELIVERABLE) !== 0;
  }

  /** Whether it is of kind Customer. */
  isCustomer(node: number): boolean {
    return (this.flags[node] & CUSTOMER) !== 0;
  }

  inheritance(node: number): Inheritance {
    return INHERITANCES[(this.flags[node] >>> INHERITANCE_BITS) & 3];
  }

  /** Who assigned what it declares; undefined where its file says it, or nobody does. */
  assigned(node: number, name: DeclarationName): AssignmentSource | undefined {
    return this.get(node)?.assigned?.[name];
  }

  /** Whether it declares, in so many words, that there is none. */
  saysNone(node: number, name: DeclarationName): boolean {
    const bit = NONE_BITS + DECLARATION_NAMES.indexOf(name);
    return ((this.flags[node] >>> bit) & 1) !== 0;
  }
}
