import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Settling } from '../../hooks/useSettling';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    // Its place is kept, so that nothing jumps when it comes and goes.
    note: {
      minHeight: theme.spacing(4),
    },
  }),
  { name: 'CustomerLayerSettlingNote' },
);

/** Says that figures are about to change, and when nobody waits for that any more. */
export function SettlingNote({ settling }: { settling: Settling }) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { state, begin } = settling;
  return (
    <div className={classes.note} role="status">
      {state === 'waiting' && (
        <>
          <Typography variant="caption" component="p">
            {t('coverage.waiting.yes')}
          </Typography>
          <LinearProgress aria-hidden />
        </>
      )}
      {state === 'over' && (
        <Typography variant="caption" component="p">
          {t('coverage.waiting.over')}{' '}
          <Button size="small" color="primary" onClick={begin}>
            {t('coverage.waiting.look')}
          </Button>
        </Typography>
      )}
    </div>
  );
}
