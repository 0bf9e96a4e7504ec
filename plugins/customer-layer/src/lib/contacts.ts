import { Entity } from '@backstage/catalog-model';
import { readDeclarations } from '@missing-layer/backstage-plugin-customer-layer-common';

/** What a contact is for; `link` is any that the team gives of itself. */
export type ContactKind = 'onCall' | 'email' | 'runbook' | 'dashboard' | 'link';

/** A way to reach a team, or what helps once it is reached. */
export type Contact = {
  kind: ContactKind;
  /** An address that a browser may open. */
  address: string;
  /** As the team calls it. */
  title?: string;
};

const OPENABLE = /^(https?|mailto|tel|sip|xmpp|slack|msteams):/i;

const openable = (text: unknown): text is string =>
  typeof text === 'string' && OPENABLE.test(text);

function emailOf({ spec }: Entity): string | undefined {
  const profile = spec?.profile;
  const email =
    profile && typeof profile === 'object' && !Array.isArray(profile)
      ? profile.email
      : undefined;
  return typeof email === 'string' && email.includes('@') ? email : undefined;
}

/** How a team is reached, as its entity in the catalog says: whoever is on call first. */
export function contactsOf(team: Entity): Contact[] {
  const {
    onCall,
    runbooks = [],
    dashboards = [],
  } = readDeclarations(team).declarations;
  const email = emailOf(team);
  const contacts: Contact[] = [
    ...(onCall ? [{ kind: 'onCall' as const, address: onCall }] : []),
    ...(email ? [{ kind: 'email' as const, address: `mailto:${email}` }] : []),
    ...(team.metadata.links ?? []).map(({ url, title }) => ({
      kind: 'link' as const,
      address: url,
      ...(title && { title }),
    })),
    ...runbooks.map(address => ({ kind: 'runbook' as const, address })),
    ...dashboards.map(address => ({ kind: 'dashboard' as const, address })),
  ];
  return contacts.filter(({ address }) => openable(address));
}

/** A team as its entity in the catalog describes it. */
export type ReachedTeam = { title?: string; contacts: Contact[] };

/** What the catalog says of a team and of how to reach it. */
export function reachedTeam(team: Entity): ReachedTeam {
  const { title } = team.metadata;
  return { ...(title && { title }), contacts: contactsOf(team) };
}

/** Whether one reaches somebody there, rather than something to read. */
export const reachesSomebody = ({ kind }: Contact): boolean =>
  kind === 'onCall' || kind === 'email' || kind === 'link';
