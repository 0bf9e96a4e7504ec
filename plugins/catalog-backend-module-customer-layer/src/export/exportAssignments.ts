import { UrlReaderService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  AssignmentExport,
  ExportRequest,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { assignedTo } from './assignedTo';
import { exportPatch } from './exportPatch';
import { exportYaml } from './exportYaml';

/**
 * Exports what the portal, aliases and rules assigned to entities, to be committed where these are described.
 *
 * @param entities - as the catalog has them
 * @param options.reader - reads the files for a patch
 */
export async function exportAssignments(
  entities: readonly Entity[],
  options: { format: ExportRequest['format']; reader: UrlReaderService },
): Promise<AssignmentExport> {
  const assigned = entities.filter(
    entity => Object.keys(assignedTo(entity)).length,
  );
  const rest = new Set(entities);
  assigned.forEach(entity => rest.delete(entity));
  const exported =
    options.format === 'yaml'
      ? { text: exportYaml(assigned), faults: [] }
      : await exportPatch(assigned, options.reader);
  return {
    ...exported,
    faults: [
      ...exported.faults,
      ...Array.from(rest, entity => ({
        entityRef: stringifyEntityRef(entity),
        message:
          'Nothing is assigned to it: what it declares stands in its file',
      })),
    ],
  };
}
