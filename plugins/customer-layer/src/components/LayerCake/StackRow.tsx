import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LayerId } from '@missing-layer/backstage-plugin-customer-layer-common';
import { CakeBand } from '../../lib/cake';
import { customerLayerTranslationRef } from '../../translation';
import { Band } from './Band';
import { StackBand, StackBandProps } from './StackBand';

/** Props of {@link StackRow}. */
export type StackRowProps = Omit<StackBandProps, 'band'> & {
  layer: LayerId;
  /** Absent where nothing is known in the layer. */
  band?: CakeBand;
};

/** A layer of the stack, whether something is known in it or not. */
export function StackRow({ layer, band, ...rest }: StackRowProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return band ? (
    <StackBand band={band} {...rest} />
  ) : (
    <Band layer={layer} striped={rest.provided}>
      <Typography variant="body2" color="textSecondary">
        {t('cake.nothing')}
      </Typography>
    </Band>
  );
}
