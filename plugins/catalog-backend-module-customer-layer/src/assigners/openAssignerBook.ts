import {
  LoggerService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { toError } from '@backstage/errors';
import { Knex } from 'knex';
import { AssignerBook } from './AssignerBook';
import { CatalogAssignerBook } from './CatalogAssignerBook';
import { findConfigPlaces } from './findConfigPlaces';
import {
  ASSIGNMENTS_PATH,
  readAssignmentsConfig,
} from './readAssignmentsConfig';
import { RuleFileReader } from './RuleFileReader';
import { RuleFileStore } from './RuleFileStore';

const TASK = 'customer-layer-rule-files';

/**
 * Opens the book of rules and aliases, and has the files that configuration names read from now on: of several replicas by
 * one, for all.
 *
 * @param options.knex - the catalog's database, with the tables of this module
 * @throws InputError when `customerLayer.assignments` can't be used
 */
export async function openAssignerBook(options: {
  config: Config;
  knex: Knex;
  reader: UrlReaderService;
  scheduler: SchedulerService;
  logger: LoggerService;
}): Promise<AssignerBook> {
  const { reader, scheduler, logger } = options;
  const place = await findConfigPlaces(options.config, {
    path: ASSIGNMENTS_PATH,
    lists: ['aliases', 'rules'],
    argv: process.argv,
  });
  const { written, files, schedule } = readAssignmentsConfig(
    options.config,
    place,
  );
  const store = new RuleFileStore(options.knex);
  if (files.length) {
    const fileReader = new RuleFileReader({ reader, store, logger });
    await scheduler.scheduleTask({
      ...schedule,
      id: TASK,
      fn: signal => fileReader.readAll(files, signal),
    });
    // A file that is new in configuration does not wait for the next time.
    fileReader.readNew(files).catch(error => {
      logger.warn(
        'Files of rules of the customer layer are read later than at the start',
        toError(error),
      );
    });
  }
  return new CatalogAssignerBook({ written, files, store, logger });
}
