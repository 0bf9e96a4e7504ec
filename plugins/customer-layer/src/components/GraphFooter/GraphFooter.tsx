import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '../../hooks/useLanguage';
import { formatAge } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';

/** Props of {@link GraphFooter}. */
export type GraphFooterProps = {
  /** When the catalog was read in its present state, as an ISO 8601 time. */
  builtAt: string;
  truncated: boolean;
};

/** How old an answer is, and whether it is the whole one. */
export function GraphFooter({ builtAt, truncated }: GraphFooterProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  return (
    <Typography variant="caption" component="p">
      {t('footer.builtAt', {
        age: (
          <time dateTime={builtAt} title={builtAt}>
            {formatAge(builtAt, new Date(), language)}
          </time>
        ),
      })}
      {truncated && <> {t('footer.truncated')}</>}
    </Typography>
  );
}
