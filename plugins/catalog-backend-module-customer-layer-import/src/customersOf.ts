import { setImmediate } from 'timers/promises';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { placeOf } from './columns';
import { customerOf } from './customerOf';
import { FaultyRowError, printFault } from './faults';
import { CustomerMapping, identityOf } from './identityOf';
import { ImportedCustomers } from './planImport';
import { Row } from './rows';

const ROWS_AT_ONCE = 200;

/** Takes in one row after the other. */
class Intake {
  readonly imported: ImportedCustomers = {
    entities: [],
    faultyRefs: [],
    unidentified: false,
    faults: [],
  };
  readonly #mapping: CustomerMapping;
  /** Where the first row of each name is. */
  readonly #firsts = new Map<string, string>();

  constructor(mapping: CustomerMapping) {
    this.#mapping = mapping;
  }

  take(row: Row) {
    if (row.fault !== undefined) {
      this.imported.unidentified = true;
      this.imported.faults.push(`${row.where} ${row.fault}`);
      return;
    }
    const identity = this.#try(row, () => identityOf(row, this.#mapping));
    if (!identity) {
      this.imported.unidentified = true;
    } else if (this.#isFirst(row, identity.name)) {
      const { namespace } = this.#mapping;
      const { name } = identity;
      const entity = this.#try(row, () =>
        customerOf(row, identity, this.#mapping),
      );
      if (entity) {
        this.imported.entities.push(entity);
      } else {
        this.imported.faultyRefs.push(
          stringifyEntityRef({ kind: 'Customer', namespace, name }),
        );
      }
    }
  }

  #isFirst(row: Row, name: string): boolean {
    const first = this.#firsts.get(name);
    if (first === undefined) {
      this.#firsts.set(name, row.where);
      return true;
    }
    const place = placeOf('name', this.#mapping.columns.name);
    this.imported.faults.push(
      `${row.where}, ${place}: the name "${name}" is that of ${first} already, which counts. Give each row an id of its own`,
    );
    return false;
  }

  /** Undefined when the row is faulty, which then is noted. */
  #try<T>(row: Row, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof FaultyRowError)) {
        throw error;
      }
      const confidential = this.#mapping.opaqueNames !== undefined;
      const sentences = error.faults.map(fault =>
        printFault(fault, { confidential }),
      );
      this.imported.faults.push(`${row.where}, ${sentences.join('; ')}`);
      return undefined;
    }
  }
}

/**
 * Makes customers of rows. A bad row loses only itself; of rows for the same name the first counts.
 *
 * @throws the reason of the signal, when that is aborted.
 */
export async function customersOf(
  rows: readonly Row[],
  mapping: CustomerMapping,
  signal?: AbortSignal,
): Promise<ImportedCustomers> {
  const intake = new Intake(mapping);
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_AT_ONCE === 0) {
      // Whoever asks the catalog something in the meantime comes first.
      await setImmediate();
      signal?.throwIfAborted();
    }
    intake.take(row);
  }
  return intake.imported;
}
