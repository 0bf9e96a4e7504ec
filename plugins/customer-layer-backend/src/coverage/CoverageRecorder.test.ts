import { mockServices } from '@backstage/backend-test-utils';
import {
  CoverageCounts,
  CoverageSample,
  CustomerGraph,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { graphOf } from '../__testUtils__/graphOf';
import { entity } from '../__testUtils__/shop';
import { CoverageRecorder } from './CoverageRecorder';
import { SampleStore } from './database/SampleStore';

const graphs = [0, 1, 1, 2].map((size, i) =>
  graphOf([
    entity(`Customer:default/c${i}`),
    ...['a', 'b']
      .slice(0, size)
      .map(name => entity(`Component:default/${name}`)),
  ]),
);

/** A recorder over a graph that changes, and what it noted. */
function recording() {
  const noted: number[] = [];
  let last: CoverageCounts | undefined;
  const samples: Pick<SampleStore, 'last' | 'add'> = {
    last: async () => last && ({ at: '', ...last } as CoverageSample),
    add: async counts => {
      last = counts;
      noted.push(counts.entities);
    },
  };
  const state = {
    graph: undefined as CustomerGraph | undefined,
    reader: true,
    minutes: 0,
  };
  const recorder = new CoverageRecorder({
    keeper: {
      get kept() {
        return state.graph && { graph: state.graph };
      },
      status: () => ({ reader: state.reader }),
    },
    samples,
    logger: mockServices.logger.mock(),
    clock: {
      now: () => new Date(0),
      monotonic: () => state.minutes * 60_000,
      pause: async () => {},
    },
  });
  const look = async (change: Partial<typeof state>) => {
    Object.assign(state, change);
    await recorder.look();
    return noted;
  };
  return look;
}

it('notes counts that changed, at most once a minute, where the catalog is read', async () => {
  const look = recording();
  expect(await look({})).toEqual([]);
  expect(await look({ graph: graphs[0] })).toEqual([0]);
  expect(await look({ graph: graphs[1], minutes: 0.9 })).toEqual([0]);
  expect(await look({ minutes: 1 })).toEqual([0, 1]);
  // Another graph, in which there is as much of everything.
  expect(await look({ graph: graphs[2], minutes: 2 })).toEqual([0, 1]);
  expect(await look({ graph: graphs[3], minutes: 3, reader: false })).toEqual([
    0, 1,
  ]);
  expect(await look({ reader: true })).toEqual([0, 1, 2]);
});
