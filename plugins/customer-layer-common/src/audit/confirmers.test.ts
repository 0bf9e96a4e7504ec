import { draw } from '../__testUtils__/draw';
import { ConfirmationKind } from './confirmation';
import { confirmableKinds, confirmersOf } from './confirmers';

const graph = draw({
  'component:default/web': {
    annotations: {
      'economic-customers': 'buyers',
      'internal-customers': 'group:press, user:ada',
    },
    relations: {
      ownedBy: ['group:default/web-team'],
      dependsOn: ['resource:default/db'],
    },
  },
  'resource:default/db': {
    relations: { ownedBy: ['group:default/dba', 'user:default/bob'] },
  },
  'system:default/alone': {},
  'customer:default/buyers': {
    spec: { type: 'economic' },
    relations: { ownedBy: ['group:default/sales', 'user:default/cy'] },
  },
  'group:default/dba': { annotations: { manager: 'user:boss' } },
  'group:default/press': {},
  'user:default/ada': {},
});

const cases: Array<[string, ConfirmationKind, string[]]> = [
  [
    'component:default/web',
    'delivery',
    [
      'group:default/press',
      'group:default/sales',
      'group:default/web-team',
      'user:default/ada',
      'user:default/cy',
    ],
  ],
  // Those of the web are its customers, too, and the team of the web consumes it.
  [
    'resource:default/db',
    'delivery',
    [
      'group:default/dba',
      'group:default/press',
      'group:default/sales',
      'group:default/web-team',
      'user:default/ada',
      'user:default/bob',
      'user:default/cy',
    ],
  ],
  ['system:default/alone', 'delivery', []],
  ['component:default/web', 'training', []],
  ['group:default/dba', 'training', ['group:default/dba', 'user:default/boss']],
  ['group:default/dba', 'review', ['group:default/dba', 'user:default/boss']],
  ['group:default/press', 'review', ['group:default/press']],
  ['group:default/press', 'delivery', []],
  ['group:default/web-team', 'training', []],
  ['component:default/nothing', 'delivery', []],
];

describe('confirmersOf', () => {
  it.each(cases)('%s, %s', (entityRef, kind, expected) => {
    expect([...confirmersOf(graph, entityRef, kind)].sort()).toEqual(expected);
  });
});

describe('confirmableKinds', () => {
  it.each([
    ['component:default/web', ['delivery']],
    ['group:default/dba', ['training', 'review']],
    ['user:default/ada', []],
    ['customer:default/buyers', []],
    ['component:default/nothing', []],
  ])('%s', (entityRef, expected) => {
    expect(confirmableKinds(graph, entityRef)).toEqual(expected);
  });
});
