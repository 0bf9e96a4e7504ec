import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReactNode } from 'react';
import { customerLayerTranslationRef } from '../../translation';
import { HeadlineWords } from './useHeadline';

const useStyles = makeStyles(
  theme => ({
    panel: {
      padding: theme.spacing(2.5, 3),
      marginBottom: theme.spacing(3),
      border: `1px solid ${theme.palette.divider}`,
      borderLeft: `6px solid ${theme.palette.primary.main}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      [theme.breakpoints.down('xs')]: {
        padding: theme.spacing(2),
      },
    },
    hit: {
      borderLeftColor: theme.palette.error.main,
    },
    about: {
      color: theme.palette.text.secondary,
      overflowWrap: 'anywhere',
    },
    sentence: {
      fontSize: theme.typography.pxToRem(26),
      lineHeight: 1.35,
      margin: theme.spacing(0.5, 0, 1),
      overflowWrap: 'anywhere',
      '& strong': {
        fontWeight: theme.typography.fontWeightBold as number,
      },
      [theme.breakpoints.down('xs')]: {
        fontSize: theme.typography.pxToRem(20),
      },
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginTop: theme.spacing(1.5),
      '@media print': {
        display: 'none',
      },
    },
  }),
  { name: 'CustomerLayerImpactHeadline' },
);

/** Props of {@link ImpactHeadline}. */
export type ImpactHeadlineProps = {
  words: HeadlineWords;
  /** Whether customers are hit now, rather than to be told of something planned. */
  urgent: boolean;
  /** What one can do with it. */
  actions: ReactNode;
};

/** What is to be known first, in large letters. */
export function ImpactHeadline(props: ImpactHeadlineProps) {
  const { words, urgent, actions } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <section
      className={urgent ? `${classes.panel} ${classes.hit}` : classes.panel}
      aria-label={t('impact.title')}
    >
      <Typography className={classes.about} variant="body1">
        {words.about}
      </Typography>
      <Typography className={classes.sentence} component="p" role="status">
        {words.sentence}
      </Typography>
      {words.valueHidden && (
        <Typography variant="body2" color="textSecondary">
          {words.valueHidden}
        </Typography>
      )}
      <div className={classes.actions}>{actions}</div>
    </section>
  );
}
