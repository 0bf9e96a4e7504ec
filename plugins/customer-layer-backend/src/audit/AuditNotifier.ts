import {
  LoggerService,
  RootInstanceMetadataService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { AuditRule } from '@missing-layer/backstage-plugin-customer-layer-common';
import { untilAborted } from '../catalog/untilAborted';
import { PublishedChange } from './AuditRunner';
import { ExemptionStore } from './database/ExemptionStore';
import { noticesOf } from './notices';

// The service itself would wait for ever, and the run with it.
const PATIENCE_MS = 120_000;

/**
 * Whether owners are to be notified: as configured, or else where this backend has the plugin for notifications.
 *
 * @see docs/configure.md
 */
export async function notifiesOwners(
  configured: boolean | undefined,
  instance: RootInstanceMetadataService,
): Promise<boolean> {
  if (configured !== undefined) {
    return configured;
  }
  const plugins = await instance.getInstalledPlugins();
  return plugins.some(({ pluginId }) => pluginId === 'notifications');
}

/** Notifies owners of what got worse with an audit: each of them at most once for each audit. */
export class AuditNotifier {
  readonly #notifications: NotificationService;
  readonly #exemptions: Pick<ExemptionStore, 'list'>;
  readonly #rules: readonly AuditRule[];
  readonly #exists: (entityRef: string) => boolean;
  readonly #logger: LoggerService;

  constructor(options: {
    notifications: NotificationService;
    exemptions: Pick<ExemptionStore, 'list'>;
    rules: readonly AuditRule[];
    /** Whether the catalog holds an entity. */
    exists(entityRef: string): boolean;
    logger: LoggerService;
  }) {
    this.#notifications = options.notifications;
    this.#exemptions = options.exemptions;
    this.#rules = options.rules;
    this.#exists = options.exists;
    this.#logger = options.logger;
  }

  /**
   * Notifies the owners that exist. Where that fails it is logged, and the others are notified all the same.
   *
   * @throws what the database throws
   */
  async tell({ to, changes }: PublishedChange): Promise<void> {
    const notices = noticesOf(changes, {
      isExempt: await this.#exempt(),
      rules: this.#rules,
    });
    const owners = [...notices.keys()].filter(this.#exists);
    const patience = AbortSignal.timeout(PATIENCE_MS);
    const faults: unknown[] = [];
    for (const ownerRef of owners) {
      try {
        patience.throwIfAborted();
        const sending = this.#notifications.send({
          recipients: { type: 'entity', entityRef: ownerRef },
          payload: notices.get(ownerRef)!,
        });
        await untilAborted(sending, patience);
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length) {
      this.#logger.warn(
        `${faults.length} of ${owners.length} owners could not be notified of what got worse with audit ${to.id}`,
        toError(faults[0]),
      );
    }
  }

  async #exempt() {
    const holding = new Set(
      (await this.#exemptions.list())
        .filter(({ state }) => state === 'approved')
        .map(({ ruleId, entityRef }) => `${ruleId}\n${entityRef}`),
    );
    return (finding: { ruleId: string; entityRef: string }) =>
      holding.has(`${finding.ruleId}\n${finding.entityRef}`);
  }
}
