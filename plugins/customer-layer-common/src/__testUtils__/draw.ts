import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { CustomerGraph } from '../graph/CustomerGraph';
import { GraphBuilder } from '../graph/GraphBuilder';
import { CUSTOMER_API_VERSION } from '../model/customer';
import { sha256 } from './sha256';

/** What there is to an entity beside its ref; see {@link draw}. */
export type Sketch = {
  relations?: Record<string, string[]>;
  annotations?: Record<string, string>;
  spec?: Entity['spec'];
  title?: string;
};

/** Draws a graph from refs, with relations at one end only and annotations without their prefix. */
export function draw(sketches: Record<string, Sketch>): CustomerGraph {
  const builder = new GraphBuilder({ digest: sha256 });
  for (const [ref, sketch] of Object.entries(sketches)) {
    const { kind, namespace, name } = parseEntityRef(ref);
    builder.add({
      apiVersion: kind === 'customer' ? CUSTOMER_API_VERSION : 'x/v1',
      kind,
      metadata: {
        name,
        namespace,
        title: sketch.title,
        annotations: Object.fromEntries(
          Object.entries(sketch.annotations ?? {}).map(([key, value]) => [
            `customer-layer.io/${key}`,
            value,
          ]),
        ),
      },
      spec: sketch.spec,
      relations: Object.entries(sketch.relations ?? {}).flatMap(
        ([type, targets]) => targets.map(targetRef => ({ type, targetRef })),
      ),
    });
  }
  return builder.build({ builtAt: '2026-05-31T23:00:00Z' });
}
