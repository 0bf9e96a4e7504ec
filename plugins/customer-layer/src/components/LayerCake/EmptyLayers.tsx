import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StackLayer } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { listOf } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      alignItems: 'center',
      flexWrap: 'wrap',
      columnGap: theme.spacing(1),
      padding: theme.spacing(0, 1.5),
    },
    button: {
      textTransform: 'none',
      '@media print': {
        display: 'none',
      },
    },
  }),
  { name: 'CustomerLayerEmptyLayers' },
);

/** Props of {@link EmptyLayers}. */
export type EmptyLayersProps = {
  layers: StackLayer[];
  /** Whether they are shown in their places. */
  shown: boolean;
  toggle(): void;
};

/** The layers of which nothing is known, in one line. */
export function EmptyLayers({ layers, shown, toggle }: EmptyLayersProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  if (!layers.length) {
    return null;
  }
  return (
    <div className={classes.line}>
      <Typography variant="caption" color="textSecondary">
        {t('cake.nothingIn', {
          layers: listOf(
            layers.map(layer => t(`layer.${layer}`)),
            language,
          ),
        })}
      </Typography>
      <Button
        className={classes.button}
        size="small"
        color="primary"
        aria-expanded={shown}
        onClick={toggle}
      >
        {t(shown ? 'cake.hideEmpty' : 'cake.showEmpty')}
      </Button>
    </div>
  );
}
