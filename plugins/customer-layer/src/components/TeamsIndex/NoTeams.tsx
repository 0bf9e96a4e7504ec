import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { annotationSnippet, SUGGESTED } from '../../lib/snippets';
import { customerLayerTranslationRef } from '../../translation';
import { DeclareHint } from '../DeclareHint';

/** Says how to begin where nobody is known to operate anything. */
export function NoTeams() {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <>
      <Typography variant="h6" component="h3" gutterBottom>
        {t('teams.empty.title')}
      </Typography>
      <DeclareHint
        meaning={t('teams.empty.text')}
        snippet={annotationSnippet(
          { metadata: { name: 'web-shop' } },
          { operationsTeam: SUGGESTED.operationsTeam },
        )}
      />
    </>
  );
}
