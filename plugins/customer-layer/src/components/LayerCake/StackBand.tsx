import { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityLayers,
  SupplyEntry,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useId } from 'react';
import { CakeBand } from '../../lib/cake';
import { entryKey } from '../../lib/cakeLight';
import { customerLayerTranslationRef } from '../../translation';
import { useNameOf } from '../EntityName';
import { FoldedList } from '../FoldedList';
import { WhyEntry } from '../Why';
import { Band } from './Band';
import { BandKeepers } from './BandKeepers';
import { EntryToken } from './EntryToken';
import { useOpened } from '../Light';
import { SelfToken } from './SelfToken';

// So many fit into two or three lines.
const FEW = 8;

const useStyles = makeStyles(
  theme => ({
    columns: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 248px)',
      gap: theme.spacing(1, 3),
      alignItems: 'center',
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    self: {
      marginBottom: theme.spacing(1),
      '&:last-child': {
        marginBottom: 0,
      },
    },
  }),
  { name: 'CustomerLayerStackBand' },
);

/** Props of {@link StackBand}. */
export type StackBandProps = {
  entity: Entity;
  layers: EntityLayers;
  band: CakeBand;
  /** Whether it lies beneath the line from which on down the provider is responsible. */
  provided: boolean;
};

/** A layer of the stack: what is there, the entity itself marked, and who keeps it. */
export function StackBand(props: StackBandProps) {
  const { entity, layers, band, provided } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const nameOf = useNameOf('entity');
  const { opened } = useOpened();
  const whyId = useId();
  const isSelf = (entry: SupplyEntry) => entry.entityRef === layers.entityRef;
  const self = band.entries.find(isSelf);
  const supplied = band.entries.filter(entry => !isSelf(entry));
  const explained = supplied.find(
    entry => entryKey(entry.entityRef) === opened,
  );
  return (
    <Band layer={band.layer} count={band.entries.length} striped={provided}>
      <div className={classes.columns}>
        <div>
          {self && (
            <div className={classes.self}>
              <SelfToken entity={entity} entry={self} />
            </div>
          )}
          {supplied.length > 0 && (
            <FoldedList
              label={t('cake.entries', { layer: t(`layer.${band.layer}`) })}
              layout="flow"
              items={supplied}
              initial={FEW}
              keyOf={entry => entry.entityRef}
              textOf={entry => nameOf(entry.entityRef, entry.title)}
            >
              {entry => <EntryToken entry={entry} whyId={whyId} />}
            </FoldedList>
          )}
        </div>
        <BandKeepers band={band} />
      </div>
      {explained && (
        <WhyEntry
          key={explained.entityRef}
          id={whyId}
          entity={entity}
          layers={layers}
          entry={explained}
        />
      )}
    </Band>
  );
}
