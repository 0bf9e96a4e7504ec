import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  MoreEvidence,
  REFS_PER_REQUEST,
  teamEvidenceOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { EvidenceSource } from '@missing-layer/backstage-plugin-customer-layer-node';
import { chunk } from 'lodash';

const FIELDS = ['metadata.annotations', 'metadata.links'];

/**
 * The source of evidence that ships: what is said of teams by their annotations for other plugins, and by their links.
 *
 * @see {@link teamEvidenceOf}
 */
export const annotationEvidence = ({
  catalog,
  auth,
}: {
  catalog: CatalogService;
  auth: AuthService;
}): EvidenceSource => ({
  id: 'annotations',
  async gather({ teamRefs, signal }) {
    const evidence = new Map<string, MoreEvidence>();
    for (const entityRefs of chunk(teamRefs, REFS_PER_REQUEST)) {
      signal.throwIfAborted();
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs, fields: FIELDS },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      entityRefs.forEach((entityRef, i) => {
        const team = items[i] && teamEvidenceOf(items[i].metadata);
        if (team) {
          evidence.set(entityRef, { team });
        }
      });
    }
    return evidence;
  },
});
