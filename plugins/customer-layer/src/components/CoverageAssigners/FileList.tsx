import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AssignersStatus } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { formatAge } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';
import { FoldedList } from '../FoldedList';

/** Files of rules: when each was read, and why the last reading failed. */
export function FileList({ files }: Pick<AssignersStatus, 'files'>) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  return (
    <FoldedList
      label={t('coverage.assigners.files')}
      items={files}
      keyOf={({ target }) => target}
      textOf={({ target }) => target}
    >
      {({ target, readAt, error }) => (
        <div style={{ overflowWrap: 'anywhere' }}>
          <Typography variant="body2" component="div">
            {target}
          </Typography>
          <Typography variant="caption" color="textSecondary" component="div">
            {readAt
              ? t('coverage.assigners.readAt', {
                  age: formatAge(readAt, new Date(), language),
                })
              : t('coverage.assigners.neverRead')}
          </Typography>
          {error && (
            <Typography variant="caption" color="error" component="div">
              {readAt
                ? t('coverage.assigners.readError', { error })
                : t('coverage.assigners.firstReadError', { error })}
            </Typography>
          )}
        </div>
      )}
    </FoldedList>
  );
}
