import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircle from '@material-ui/icons/CheckCircle';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReactNode } from 'react';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    step: {
      display: 'flex',
      gap: theme.spacing(1.5),
      '& + &': {
        marginTop: theme.spacing(3),
      },
    },
    number: {
      flex: 'none',
      width: theme.spacing(3.5),
      height: theme.spacing(3.5),
      lineHeight: `${theme.spacing(3.5)}px`,
      borderRadius: '50%',
      textAlign: 'center',
      fontWeight: 'bold',
      border: `1px solid ${theme.palette.text.primary}`,
      boxSizing: 'content-box',
    },
    done: {
      flex: 'none',
      fontSize: theme.spacing(3.5) + 2,
      color: theme.palette.success.main,
    },
    body: {
      flex: 1,
      minWidth: 0,
    },
  }),
  { name: 'CustomerLayerGuideStep' },
);

/** Props of {@link GuideStep}. */
export type GuideStepProps = {
  number: number;
  title: string;
  text: string;
  done: boolean;
  children: ReactNode;
};

/** One step of the guide, and whether it is done. */
export function GuideStep(props: GuideStepProps) {
  const { number, title, text, done, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <li className={classes.step}>
      {done ? (
        <CheckCircle
          className={classes.done}
          titleAccess={t('coverage.firstRun.done')}
        />
      ) : (
        <span className={classes.number} aria-hidden>
          {number}
        </span>
      )}
      <div className={classes.body}>
        <Typography variant="h6" component="h4">
          {title}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {text}
        </Typography>
        {children}
      </div>
    </li>
  );
}
