import { makeStyles } from '@material-ui/core/styles';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import MoreHoriz from '@material-ui/icons/MoreHoriz';
import People from '@material-ui/icons/PeopleAltOutlined';
import Widgets from '@material-ui/icons/WidgetsOutlined';
import { ImpactNodeKind } from '../../lib/impactPaths';

/** What a node of the graph stands for. */
export type ShapeKind = ImpactNodeKind | 'folded';

const HEIGHT = 32;

const ICON = 16;

// More letters would make the columns too wide to see two at once.
const MOST_LETTERS = 30;

// The width of a usual letter at this size, with some to spare.
const LETTER = 7.2;

const useStyles = makeStyles(
  theme => ({
    box: {
      fill: theme.palette.background.paper,
      stroke: theme.palette.grey[500],
    },
    failing: {
      stroke: theme.palette.error.main,
      strokeWidth: 2,
    },
    customer: {
      fill: theme.palette.primary.main,
      stroke: theme.palette.primary.main,
    },
    between: {
      strokeDasharray: '2 3',
    },
    folded: {
      strokeDasharray: '6 4',
    },
    text: {
      ...theme.typography.body2,
      fontSize: 13,
      fill: theme.palette.text.primary,
    },
    onCustomer: {
      fill: theme.palette.primary.contrastText,
    },
    icon: {
      color: theme.palette.text.secondary,
    },
    failingIcon: {
      color: theme.palette.error.main,
    },
    customerIcon: {
      color: theme.palette.primary.contrastText,
    },
  }),
  { name: 'CustomerLayerImpactNode' },
);

const ICONS: Record<ShapeKind, typeof People> = {
  failing: ErrorOutline,
  affected: Widgets,
  between: Widgets,
  customer: People,
  folded: MoreHoriz,
};

const shorten = (text: string) =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;

/** How much room a node takes, in pixels. */
export const nodeSize = (label: string) => ({
  width: Math.ceil(shorten(label).length * LETTER) + ICON + 28,
  height: HEIGHT,
});

/** Props of {@link NodeShape}. */
export type NodeShapeProps = {
  kind: ShapeKind;
  label: string;
  /** Told when one points at it. */
  hint: string;
};

/** One thing in the graph: its form and its icon say what it is, as its colour does. */
export function NodeShape({ kind, label, hint }: NodeShapeProps) {
  const classes = useStyles();
  const text = shorten(label);
  const { width } = nodeSize(label);
  const Icon = ICONS[kind];
  const boxes: Partial<Record<ShapeKind, string>> = classes;
  const icons: Partial<Record<ShapeKind, string>> = {
    failing: classes.failingIcon,
    customer: classes.customerIcon,
  };
  return (
    <g>
      <title>{hint}</title>
      <rect
        className={`${classes.box} ${boxes[kind] ?? ''}`}
        width={width}
        height={HEIGHT}
        rx={kind === 'customer' ? HEIGHT / 2 : 4}
      />
      <Icon
        className={icons[kind] ?? classes.icon}
        style={{ fontSize: ICON }}
        width={ICON}
        height={ICON}
        x={10}
        y={(HEIGHT - ICON) / 2}
        aria-hidden
      />
      <text
        className={
          kind === 'customer'
            ? `${classes.text} ${classes.onCustomer}`
            : classes.text
        }
        x={ICON + 16}
        y={HEIGHT / 2}
        dominantBaseline="central"
      >
        {text}
      </text>
    </g>
  );
}
