import ButtonBase from '@material-ui/core/ButtonBase';
import Collapse from '@material-ui/core/Collapse';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SupplyEntry } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useId, useState } from 'react';
import { StackSection, stackSections } from '../../lib/stack';
import { customerLayerTranslationRef } from '../../translation';
import { useNameOf } from '../EntityName';
import { FoldedList } from '../FoldedList';
import { LayerSummary } from './LayerSummary';
import { SupplyItem } from './SupplyItem';

// So many entries are shown at once; from then on the layers start folded.
const FEW = 12;

const useStyles = makeStyles(
  theme => ({
    layer: {
      '& + &': {
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    heading: {
      margin: 0,
      font: 'inherit',
    },
    button: {
      display: 'flex',
      justifyContent: 'flex-start',
      gap: theme.spacing(1),
      width: '100%',
      padding: theme.spacing(1, 0),
      textAlign: 'left',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
      },
    },
    responsible: {
      marginLeft: 'auto',
      textAlign: 'right',
    },
    arrow: {
      transition: theme.transitions.create('transform'),
    },
    open: {
      transform: 'rotate(180deg)',
    },
    entries: {
      paddingBottom: theme.spacing(1),
    },
  }),
  { name: 'CustomerLayerStackList' },
);

type LayerProps = StackSection & { initiallyOpen: boolean };

function Layer({ initiallyOpen, ...section }: LayerProps) {
  const { layer, entries, responsible } = section;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const nameOf = useNameOf('entity');
  const [open, setOpen] = useState(initiallyOpen);
  const id = useId();
  const labelOf = (entry: SupplyEntry) => nameOf(entry.entityRef, entry.title);
  const title = t(`layer.${layer}`);
  return (
    <section className={classes.layer}>
      <h4 className={classes.heading}>
        <ButtonBase
          className={classes.button}
          disableRipple
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <Typography variant="body2" component="span">
            <strong>{title}</strong>
          </Typography>{' '}
          <Typography variant="body2" component="span" color="textSecondary">
            {entries.length}
          </Typography>{' '}
          <Typography
            className={classes.responsible}
            variant="caption"
            color="textSecondary"
          >
            {t(`supply.responsible.${responsible}`)}
          </Typography>
          <ExpandMore
            className={
              open ? `${classes.arrow} ${classes.open}` : classes.arrow
            }
            fontSize="small"
            aria-hidden
          />
        </ButtonBase>
      </h4>
      {!open && <LayerSummary {...section} />}
      <Collapse in={open} mountOnEnter unmountOnExit>
        <div id={id} className={classes.entries}>
          <FoldedList
            label={title}
            items={entries}
            keyOf={entry => entry.entityRef}
            textOf={labelOf}
          >
            {entry => (
              <SupplyItem
                entry={entry}
                label={labelOf(entry)}
                shared={responsible === 'shared'}
              />
            )}
          </FoldedList>
        </div>
      </Collapse>
    </section>
  );
}

/** A stack of things, layer by layer from top to bottom; where there are many, the layers start folded. */
export function StackList({ supply }: { supply: SupplyEntry[] }) {
  const sections = stackSections(supply);
  return (
    <div>
      {sections.map(section => (
        <Layer
          key={section.layer}
          {...section}
          initiallyOpen={supply.length <= FEW}
        />
      ))}
    </div>
  );
}
