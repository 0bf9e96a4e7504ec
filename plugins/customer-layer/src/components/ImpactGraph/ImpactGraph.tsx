import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import {
  Impact,
  isMaskedRef,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useMemo } from 'react';
import { useLanguage } from '../../hooks/useLanguage';
import {
  foldImpact,
  ImpactGraph as ImpactGraphModel,
} from '../../lib/impactGraph';
import { impactNodes } from '../../lib/impactPaths';
import { customerLayerTranslationRef } from '../../translation';
import { useShortName } from '../ImpactAnswer/useShortName';
import { Legend } from './Legend';
import { NodeShape, NodeShapeProps } from './NodeShape';

const useStyles = makeStyles(
  theme => ({
    // As wide as it must be to be read, wherever it stands.
    frame: {
      overflowX: 'auto',
      marginTop: theme.spacing(2),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    picture: {
      minWidth: 760,
      padding: theme.spacing(2),
    },
  }),
  { name: 'CustomerLayerImpactGraph' },
);

// What a node takes up with the room around it, and what a wide screen gives to all of them.
const ROW = 44;
const COLUMN = 200;
const USUAL_WIDTH = 940;

const clamp = (value: number, least: number, most: number) =>
  Math.min(most, Math.max(least, value));

/** About as high as the graph gets once it is as wide as its frame, so that it neither jumps nor leaves a gap. */
function heightOf({ nodes, folded, edges }: ImpactGraphModel): number {
  const parents = new Set(edges.map(({ from }) => from));
  const ends = nodes.filter(({ entityRef }) => !parents.has(entityRef)).length;
  const levels = new Map<number, number>();
  nodes.forEach(({ level }) => levels.set(level, (levels.get(level) ?? 0) + 1));
  const most = Math.max(0, ...levels.values());
  // The ends of short branches stand beside long ones.
  const rows = (ends + most) / 2 + folded.length;
  const scale = Math.min(1, USUAL_WIDTH / (levels.size * COLUMN));
  return clamp(rows * ROW * scale + ROW, 120, 1200);
}

type Shape = NodeShapeProps & {
  id: string;
  /** Ref of an entity of which the answer gives no title. */
  untitled?: string;
};

/** A node by the name that the catalog shows. */
function UntitledNode({
  entityRef,
  ...shape
}: NodeShapeProps & { entityRef: string }) {
  const { primaryTitle } = useEntityPresentation(entityRef);
  return <NodeShape {...shape} label={primaryTitle} />;
}

/** How a failure spreads: from what fails to the customers, with what there is no room for folded. */
export default function ImpactGraph({ impact }: { impact: Impact }) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const entityName = useShortName('entity');
  const customerName = useShortName('customer');
  const number = (value: number) => value.toLocaleString(language);
  const graph = useMemo(() => foldImpact(impactNodes(impact)), [impact]);
  const { nodes, folded, edges } = graph;

  const shapes: Shape[] = [
    ...nodes.map(({ entityRef, title, kind, tier }): Shape => {
      const nameOf = kind === 'customer' ? customerName : entityName;
      const name = nameOf(entityRef, title);
      const rank = tier
        ? t('name.tier', { tier: String(tier) })
        : t(`impact.graph.kind.${kind}`);
      return {
        id: entityRef,
        kind,
        label: name,
        hint: `${name} (${rank})`,
        ...(!title && !isMaskedRef(entityRef) && { untitled: entityRef }),
      };
    }),
    ...folded.map(({ id, customers, entities }): Shape => {
      const parts = [
        customers &&
          t('impact.customers', { count: customers, shown: number(customers) }),
        entities &&
          t('impact.entities', { count: entities, shown: number(entities) }),
      ].filter(part => part !== 0);
      return {
        id,
        kind: 'folded',
        label: t('impact.graph.more', { shown: number(customers + entities) }),
        hint: parts.join(', '),
      };
    }),
  ];
  const hidden = folded.reduce(
    (sum, { customers, entities }) => sum + customers + entities,
    0,
  );
  return (
    <>
      <Legend kinds={[...new Set(shapes.map(({ kind }) => kind))]} />
      {hidden > 0 && (
        <Typography variant="body2">
          {t('impact.graph.folded', { count: hidden, shown: number(hidden) })}
        </Typography>
      )}
      <div className={classes.frame}>
        <div className={classes.picture} style={{ height: heightOf(graph) }}>
          <DependencyGraph
            role="img"
            aria-label={t('impact.graph.label', {
              nodes: number(nodes.length),
              folded: number(hidden),
            })}
            nodes={shapes}
            edges={edges}
            direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
            nodeMargin={12}
            rankMargin={48}
            showArrowHeads
            zoom="enable-on-click"
            fit="contain"
            renderNode={({ node: { kind, label, hint, untitled } }) =>
              untitled ? (
                <UntitledNode
                  entityRef={untitled}
                  kind={kind}
                  label={label}
                  hint={hint}
                />
              ) : (
                <NodeShape kind={kind} label={label} hint={hint} />
              )
            }
          />
        </div>
      </div>
    </>
  );
}
