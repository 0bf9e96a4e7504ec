import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useId } from 'react';
import { useSuggestions } from '../../hooks/useEntitySearch';
import { ImpactMode } from '../../lib/impactQuery';
import { customerLayerTranslationRef } from '../../translation';
import { useShortName } from '../ImpactAnswer/useShortName';

const useStyles = makeStyles(
  theme => ({
    suggestions: {
      listStyle: 'none',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      // As high as it will be once they are there.
      minHeight: theme.spacing(4),
    },
    suggestion: {
      textTransform: 'none',
    },
  }),
  { name: 'CustomerLayerImpactSuggestions' },
);

/** Props of {@link Suggestions}. */
export type SuggestionsProps = {
  mode: ImpactMode;
  onPick: (entityRef: string) => void;
};

/** Says how to begin while nothing is picked, with a few entities to begin with. */
export function Suggestions({ mode, onPick }: SuggestionsProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const nameOf = useShortName('entity');
  const answer = useSuggestions();
  const id = useId();
  const suggestions = answer.status === 'ready' ? answer.value : [];
  return (
    <>
      <Typography variant="h6" component="h3" gutterBottom>
        {mode === 'change'
          ? t('impact.start.titleChange')
          : t('impact.start.title')}
      </Typography>
      <Typography variant="body2" paragraph>
        {t('impact.start.text')}
      </Typography>
      {(answer.status === 'loading' || suggestions.length > 0) && (
        <>
          <Typography id={id} variant="body2" color="textSecondary">
            {t('impact.start.suggestions')}
          </Typography>
          <ul className={classes.suggestions} aria-labelledby={id}>
            {suggestions.map(({ entityRef, title }) => (
              <li key={entityRef}>
                <Button
                  className={classes.suggestion}
                  variant="outlined"
                  size="small"
                  color="primary"
                  onClick={() => onPick(entityRef)}
                >
                  {nameOf(entityRef, title)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
