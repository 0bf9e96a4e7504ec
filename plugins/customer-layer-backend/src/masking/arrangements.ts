import {
  AffectedEntity,
  ConsumedEntry,
  CustomerEntry,
  CustomerSummary,
  OperatedEntry,
  OperationsEntry,
  SupplyEntry,
  TeamEntry,
  TeamSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { CanRead } from '../services/ReadableRefs';

/** How the entries of one list are arranged for a viewer who may not read all of them. */
export type Arrangement<T> = {
  refOf(entry: T): string;
  /** What is left of an entry that the viewer may not read: where it stands, and nothing about itself. */
  remainsOf(entry: T): T;
  /** Arranges the refs that an entry lists, and drops what is said of one that the viewer may not read. */
  insideOf?(
    entry: T,
    arrange: (refs: readonly string[]) => readonly string[],
    canRead: CanRead,
  ): T;
  /** Entries come sorted by this, then by ref. One rank for all where absent. */
  rankOf?(entry: T): string | number;
};

// Who assigned something is known to those who may read what it was assigned to: the end of the path.
function hideAssigned<T extends { path: string[]; assigned?: string }>(
  entry: T,
  _arrange: unknown,
  canRead: CanRead,
): T {
  if (!entry.assigned || canRead(entry.path[entry.path.length - 1])) {
    return entry;
  }
  const { assigned: _, ...shown } = entry;
  return shown as T;
}

export const CUSTOMERS: Arrangement<CustomerEntry> = {
  refOf: ({ customerRef }) => customerRef,
  remainsOf: ({ customerRef, role, source, distance, path }) => ({
    customerRef,
    role,
    source,
    distance,
    path,
    exists: true,
    hidden: true,
  }),
  insideOf: hideAssigned,
  rankOf: ({ role, distance }) => `${role} ${distance}`,
};

export const OPERATIONS: Arrangement<OperationsEntry> = {
  refOf: ({ teamRef }) => teamRef,
  remainsOf: ({ teamRef, source, path }) => ({
    teamRef,
    source,
    path,
    exists: true,
    hidden: true,
  }),
  insideOf: hideAssigned,
};

function arrangeTeams<
  T extends Pick<SupplyEntry, 'owners' | 'operationsTeams'>,
>(entry: T, arrange: (refs: readonly string[]) => readonly string[]): T {
  const owners = arrange(entry.owners);
  const operationsTeams = arrange(entry.operationsTeams);
  return owners === entry.owners && operationsTeams === entry.operationsTeams
    ? entry
    : { ...entry, owners, operationsTeams };
}

export const SUPPLY: Arrangement<SupplyEntry> = {
  refOf: ({ entityRef }) => entityRef,
  remainsOf: ({ entityRef, distance, path }) => ({
    entityRef,
    layer: 'unclassified',
    distance,
    path,
    owners: [],
    operationsTeams: [],
    exists: true,
    hidden: true,
  }),
  insideOf: arrangeTeams,
  rankOf: ({ distance }) => distance,
};

export const AFFECTED: Arrangement<AffectedEntity> = {
  refOf: ({ entityRef }) => entityRef,
  remainsOf: ({ entityRef, distance, path }) => ({
    entityRef,
    distance,
    path,
    owners: [],
    operationsTeams: [],
    exists: true,
    hidden: true,
  }),
  insideOf: arrangeTeams,
  rankOf: ({ distance }) => distance,
};

export const TEAMS: Arrangement<TeamEntry> = {
  refOf: ({ teamRef }) => teamRef,
  remainsOf: ({ teamRef }) => ({ teamRef, exists: true, hidden: true }),
};

export const TEAM_SUMMARIES: Arrangement<TeamSummary> = {
  refOf: ({ teamRef }) => teamRef,
  remainsOf: ({ teamRef, operates }) => ({
    teamRef,
    operates,
    exists: true,
    hidden: true,
  }),
};

// Of what a team operates or consumes it is left how the team came by it.
const remainsOfSource = <Source>(entry: {
  entityRef: string;
  source: Source;
}) => ({
  entityRef: entry.entityRef,
  layer: 'unclassified' as const,
  source: entry.source,
  exists: true,
  hidden: true as const,
});

export const OPERATED: Arrangement<OperatedEntry> = {
  refOf: ({ entityRef }) => entityRef,
  remainsOf: remainsOfSource,
};

export const CONSUMED: Arrangement<ConsumedEntry> = {
  refOf: ({ entityRef }) => entityRef,
  remainsOf: remainsOfSource,
};

export const SUMMARIES: Arrangement<CustomerSummary> = {
  refOf: ({ customerRef }) => customerRef,
  remainsOf: ({ customerRef, serves }) => ({
    customerRef,
    serves,
    exists: true,
    hidden: true,
  }),
};
