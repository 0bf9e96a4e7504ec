import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CloudOutlined from '@material-ui/icons/CloudOutlined';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StackLayer } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      padding: theme.spacing(0.5, 0),
      '&::before, &::after': {
        content: '""',
        flexGrow: 1,
        borderTop: `2px dashed ${theme.palette.text.secondary}`,
      },
    },
    text: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      fontWeight: theme.typography.fontWeightBold as number,
    },
  }),
  { name: 'CustomerLayerProviderLine' },
);

/** Divides what we are responsible for from what the provider is. */
export function ProviderLine({ from }: { from: StackLayer }) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <div className={classes.line}>
      <Typography className={classes.text} variant="caption">
        <CloudOutlined fontSize="small" aria-hidden />
        {t('cake.providerLine', { layer: t(`layer.${from}`) })}
      </Typography>
    </div>
  );
}
