import {
  customer,
  layersOfShop,
  SHOP,
  supplied,
  team,
} from '../__testUtils__/answers';
import { customerKey, entryKey, lightOf, teamKey } from './cakeLight';

const LEDGER = 'component:default/ledger';
const DB = 'resource:default/db';
const DISK = 'resource:default/disk';

const [shoppers, auditors, partners] = [
  customer('shoppers'),
  customer('auditors', { source: 'part', path: [SHOP, LEDGER] }),
  customer('partners', { source: 'consumer', role: 'internal' }),
];
const layers = layersOfShop({
  customers: [shoppers, auditors, partners],
  operations: [team('sre')],
  supply: [
    supplied('', { entityRef: LEDGER, path: [SHOP, LEDGER] }),
    supplied('db', {
      path: [SHOP, LEDGER, DB],
      operationsTeams: ['group:default/dba'],
    }),
    supplied('disk', {
      path: [SHOP, DISK],
      operationsTeams: ['group:default/sre'],
    }),
  ],
});
const ours = [entryKey(SHOP), teamKey('group:default/sre')];

it.each([
  ['a customer: its path', customerKey(auditors), [entryKey(LEDGER)]],
  [
    'what lies beneath a part: its path, and those for whom that part is',
    entryKey(DB),
    [entryKey(LEDGER), customerKey(shoppers), customerKey(auditors)],
  ],
  [
    'what the entity rests on: no customers of another part',
    entryKey(DISK),
    [customerKey(shoppers)],
  ],
  [
    'the entity: all its customers',
    entryKey(SHOP),
    [shoppers, auditors, partners].map(customerKey),
  ],
  [
    'a team: what it operates',
    teamKey('group:default/sre'),
    [entryKey(DISK), ...[shoppers, auditors, partners].map(customerKey)],
  ],
])('lights up for %s', (_, key, lit) => {
  expect([...lightOf(layers, key)].sort()).toEqual(
    [...new Set([key, ...ours, ...lit])].sort(),
  );
});
