import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { WarningPanel } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Problem } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    problem: {
      overflowWrap: 'anywhere',
      '& + &': {
        marginTop: theme.spacing(1.5),
      },
    },
  }),
  { name: 'CustomerLayerProblems' },
);

/** Everything about the declarations of an entity that somebody has to correct; nothing when all is well. */
export function Problems({ problems }: { problems: Problem[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  if (!problems.length) {
    return null;
  }
  return (
    <WarningPanel
      title={t('problems.title', { count: problems.length })}
      defaultExpanded
    >
      <ul className={classes.list}>
        {problems.map(({ annotation, value, message }, index) => (
          <li key={index} className={classes.problem}>
            <Typography variant="body2" component="div">
              <code>
                <strong>{annotation}</strong>
                {value === annotation ? '' : `: ${value}`}
              </code>
            </Typography>
            <Typography variant="body2">{message}</Typography>
          </li>
        ))}
      </ul>
    </WarningPanel>
  );
}
