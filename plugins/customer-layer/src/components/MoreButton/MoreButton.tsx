import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Pages } from '../../hooks/usePages';
import { messageOf } from '../../lib/failure';
import { customerLayerTranslationRef } from '../../translation';

/** Props of {@link MoreButton}. */
export type MoreButtonProps = {
  pages: Pick<Pages<unknown, { items: unknown[] }>, 'more' | 'failure'>;
};

/** Fetches the next page of a list, where there is one. */
export function MoreButton({ pages: { more, failure } }: MoreButtonProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <>
      {failure && (
        <Typography variant="body2" color="error" role="alert">
          {messageOf(failure.error)}
        </Typography>
      )}
      {more && (
        <Button size="small" color="primary" onClick={more}>
          {t('audit.findings.more')}
        </Button>
      )}
    </>
  );
}
