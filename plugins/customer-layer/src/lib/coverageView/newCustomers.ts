import {
  CustomerRole,
  NewCustomer,
  Stage,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** A customer as it is being written. */
export type CustomerDraft = {
  title: string;
  type: CustomerRole;
  /** Said of internal customers alone. */
  stage: Stage;
  tier?: number;
  /** A full ref. */
  owner?: string;
};

const MOST_CHARACTERS = 63;

/** The name that a title gives, as the catalog takes names: letters and digits with dashes between; may be empty. */
export function nameOfTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/ß/g, 'ss')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_CHARACTERS)
    .replace(/^-+|-+$/g, '');
}

/**
 * Customers to be created, of drafts that have a title. Names that would meet are told apart by a number; where the title
 * has no letter that a name may have, the number is all that is left.
 */
export function customersOf(drafts: readonly CustomerDraft[]): NewCustomer[] {
  const taken = new Set<string>();
  return drafts
    .filter(({ title }) => title.trim())
    .map(({ title, type, stage, tier, owner }) => {
      const wanted = nameOfTitle(title) || 'customer';
      let name = wanted;
      for (let number = 2; taken.has(name); number += 1) {
        name = `${wanted.slice(0, MOST_CHARACTERS - 4)}-${number}`;
      }
      taken.add(name);
      return {
        name,
        title: title.trim(),
        type,
        ...(type === 'internal' && { stage }),
        ...(tier && { tier }),
        ...(owner && { owner }),
      };
    });
}
