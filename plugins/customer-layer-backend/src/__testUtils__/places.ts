import { mapValues, pick } from 'lodash';
import { withoutIds } from './PlainMask';

const SEEN = [
  'customerRef',
  'teamRef',
  'entityRef',
  'role',
  'distance',
  'ruleId',
  'state',
  'better',
];

/** What stands where in the lists of an answer, as far as it can be seen. */
export const places = (answer: object) =>
  mapValues(answer, (list: unknown) =>
    Array.isArray(list)
      ? list.map(entry =>
          withoutIds(typeof entry === 'string' ? entry : pick(entry, SEEN)),
        )
      : undefined,
  );
