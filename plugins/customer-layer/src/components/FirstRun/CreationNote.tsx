import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '../../hooks/useLanguage';
import { listAll } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';
import { Creation } from './useCreation';

/** What came of creating customers. */
export function CreationNote({ creation }: { creation: Creation }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { created, refused, error } = creation;
  return (
    <>
      <div role="status">
        {created.length > 0 && (
          <Typography variant="body2">
            {t('coverage.customer.created', {
              names: listAll(created, language),
            })}
          </Typography>
        )}
      </div>
      <div role="alert">
        {refused.map(({ name, message }) => (
          <Typography key={name} variant="body2" color="error">
            {t('coverage.customer.refused', { name, message })}
          </Typography>
        ))}
        {error && (
          <Typography variant="body2" color="error">
            {error}
          </Typography>
        )}
      </div>
    </>
  );
}
