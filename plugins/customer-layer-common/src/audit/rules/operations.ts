import { OperationsEntry } from '../../graph/answers';
import { AuditRule } from '../AuditRule';
import { annotationsToWrite, examples } from '../fixes';
import { Evidence } from '../finding';
import { count, fail, pass, skipped, tell, unmeasured } from '../verdicts';

const asEvidence = ({
  teamRef,
  source,
  exists,
  path,
}: OperationsEntry): Evidence => ({
  text: `${teamRef}, ${source}${exists ? '' : ', not in the catalog'}`,
  path,
});

/** Somebody keeps it running. */
export const operationsTeam: AuditRule = {
  id: 'operations-team',
  title: 'Has an operations team',
  why: 'The operations team is the other customer that every hosted service has. Where nobody said who it is, nobody is staffed, trained and equipped for it.',
  severity: 'error',
  kinds: ['component', 'system', 'api', 'resource'],
  fix: ({ kind, ownerRefs: [owner] }) => ({
    text: `Say who keeps this ${kind} running, here or on its System, also where it is the owner.`,
    yaml: annotationsToWrite(
      owner ? { operationsTeam: owner } : examples('operationsTeam'),
    ),
  }),
  check({ layers }) {
    if (!layers.applicable) {
      return skipped('Entities of this kind declare no operations team');
    }
    const { operations } = layers;
    const existing = operations.filter(({ exists }) => exists);
    const said = existing.filter(({ source }) => source !== 'assumed');
    if (said.length) {
      return pass(
        `It has ${count(said.length, 'operations team')}`,
        tell(said, asEvidence),
      );
    }
    if (existing.length) {
      return unmeasured(
        'Its owner is assumed to operate it; nobody said so',
        tell(existing, asEvidence),
      );
    }
    return operations.length
      ? fail(
          'Its operations team is not in the catalog',
          tell(operations, asEvidence),
        )
      : fail('Nobody operates it');
  },
};

/** All that it rests on has an owner. */
export const infrastructureOwned: AuditRule = {
  id: 'infrastructure-owned',
  title: 'Rests on nothing that nobody owns',
  why: 'When something fails that nobody owns, nobody mends it, however well what rests on it is kept.',
  severity: 'error',
  kinds: ['component', 'system'],
  fix: () => ({
    text: 'Give each of these an owner who is in the catalog; register those that are not in it, or correct the refs to them.',
    yaml: 'spec:\n  owner: platform-team',
  }),
  check({ layers }) {
    if (!layers.applicable || !layers.supply.length) {
      return skipped('It rests on nothing that the catalog knows');
    }
    const missing = new Set(layers.missing);
    const unowned = layers.supply.filter(({ owners }) =>
      owners.every(owner => missing.has(owner)),
    );
    return unowned.length
      ? fail(
          `${unowned.length} of ${count(
            layers.supply.length,
            'thing',
          )} that it rests on ${
            unowned.length === 1 ? 'has' : 'have'
          } no existing owner`,
          tell(unowned, ({ entityRef, owners, exists, path }) => {
            const reason = owners.length
              ? `its owner ${owners.join(', ')} is not in the catalog`
              : 'without an owner';
            return {
              text: `${entityRef}, ${exists ? reason : 'not in the catalog'}`,
              path,
            };
          }),
        )
      : pass(
          `${count(layers.supply.length, 'thing')} that it rests on, all owned`,
        );
  },
};
