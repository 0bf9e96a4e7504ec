import { FindingsQuery } from '@missing-layer/backstage-plugin-customer-layer-common';
import { uniq } from 'lodash';
import { NAME } from '../../__testUtils__/randomCatalog';

/** A fourth of the filters that there are for the findings of a random catalog, by each owner, System and name. */
export const findingsQueries = (
  refs: readonly string[],
  fourth: number,
): FindingsQuery[] => {
  const all: FindingsQuery[] = [
    {},
    { state: ['fail', 'exempt'] },
    { rule: ['known-references', 'economic-customer'] },
    { kind: ['customer', 'api'] },
    { severity: ['warning'], system: 'none' },
    { owner: 'none' },
    ...refs.map(owner => ({ owner })),
    ...refs
      .filter(ref => ref.startsWith('system:'))
      .map(system => ({ system })),
    ...uniq(refs.join().match(NAME)).map(text => ({ text })),
    { text: 'TITLE of' },
    { text: '0' },
  ];
  return all.filter((_, i) => i % 4 === fourth % 4);
};
