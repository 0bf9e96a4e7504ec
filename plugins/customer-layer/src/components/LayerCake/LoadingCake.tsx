import { makeStyles } from '@material-ui/core/styles';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { Band } from './Band';
import { CakeFrame } from './CakeFrame';

const useStyles = makeStyles(
  {
    customer: {
      minHeight: 130,
    },
    operations: {
      minHeight: 130,
    },
    application: {
      minHeight: 76,
    },
    data: {
      minHeight: 48,
    },
  },
  { name: 'CustomerLayerLoadingCake' },
);

/** The cake, about as high as it usually gets, while the answer is on its way. */
export function LoadingCake() {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <CakeFrame busy>
      <Band layer="customer" hint={t('cake.band.customer')}>
        <div className={classes.customer}>
          <Progress />
        </div>
      </Band>
      <Band layer="operations" hint={t('cake.band.operations')}>
        <div className={classes.operations} />
      </Band>
      {(['application', 'data'] as const).map(layer => (
        <Band key={layer} layer={layer}>
          <div className={classes[layer]} />
        </Band>
      ))}
    </CakeFrame>
  );
}
