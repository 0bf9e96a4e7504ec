import { AuditRule } from '../AuditRule';
import { economicCustomer, internalStage, servesSomeone } from './customers';
import { knownReferences, readableDeclarations } from './declarations';
import { consumable, customerInvolved, customerServed } from './delivery';
import { infrastructureOwned, operationsTeam } from './operations';
import {
  criticalChain,
  teamEquipped,
  teamManaged,
  teamStaffed,
  teamTrained,
} from './teams';

/**
 * The rules that ship.
 *
 * @see docs/audit.md
 * @public
 */
export const AUDIT_RULES: readonly AuditRule[] = [
  economicCustomer,
  operationsTeam,
  knownReferences,
  readableDeclarations,
  servesSomeone,
  infrastructureOwned,
  internalStage,
  consumable,
  customerInvolved,
  customerServed,
  teamStaffed,
  teamTrained,
  teamEquipped,
  teamManaged,
  criticalChain,
];
