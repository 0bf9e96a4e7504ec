import { LoggerService } from '@backstage/backend-plugin-api';
import { DerivationRules } from '@missing-layer/backstage-plugin-customer-layer-common';
import { CatalogReader } from '../catalog/CatalogReader';
import { ReadingSchedule } from '../config';
import { GraphStore } from '../database/GraphStore';
import { GraphKeeper } from '../services/GraphKeeper';
import { Telemetry } from '../services/telemetry';
import { Clock } from './Clock';

/** What a reader works with. */
export type ReaderOptions = {
  store: GraphStore;
  keeper: GraphKeeper;
  catalog: CatalogReader;
  rules: DerivationRules;
  schedule: ReadingSchedule;
  logger: LoggerService;
  telemetry: Pick<Telemetry, 'refreshed'>;
  clock: Clock;
};
