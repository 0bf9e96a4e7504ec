import { LoggerService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import { Knex } from 'knex';
import { Answering } from '../answering';
import { Clock } from '../replica/Clock';
import { GraphKeeper } from '../services/GraphKeeper';
import { CoverageRecorder } from './CoverageRecorder';
import { coverageRoutes } from './coverageRoutes';
import { Coverages } from './Coverages';
import { DismissalStore } from './database/DismissalStore';
import { SampleStore } from './database/SampleStore';
import { Suggestions } from './Suggestions';

/** The parts of the coverage, put together. */
export type CoverageParts = {
  routes(answering: Answering): Router;
  start(): void;
  stop(): Promise<void>;
};

/** Puts the parts of the coverage together. */
export function createCoverage(options: {
  knex: Knex;
  keeper: GraphKeeper;
  logger: LoggerService;
  clock: Clock;
}): CoverageParts {
  const { knex, keeper, clock } = options;
  const { now } = clock;
  const samples = new SampleStore(knex);
  const recorder = new CoverageRecorder({ ...options, samples });
  const coverages = new Coverages({ keeper });
  const suggestions = new Suggestions({
    keeper,
    now,
    dismissals: new DismissalStore({ knex, now }),
  });
  return {
    routes: answering =>
      coverageRoutes({ coverages, samples, suggestions, answering }),
    start: () => recorder.start(),
    stop: () => recorder.stop(),
  };
}
