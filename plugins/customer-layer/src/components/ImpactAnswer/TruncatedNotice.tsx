import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FetchedImpact } from '../../hooks/useImpact';
import { useLanguage } from '../../hooks/useLanguage';
import { listAll } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';
import { MoreButton } from '../MoreButton';

const LISTS = ['customers', 'affected', 'operations'] as const;

/** Says what of an answer is not shown yet, and fetches it. */
export function TruncatedNotice({ impact, pages }: FetchedImpact) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const number = (value: number) => value.toLocaleString(language);
  const lists = LISTS.flatMap(list => {
    const total = impact.totals?.[list];
    return total
      ? [
          t(`impact.truncated.${list}`, {
            shown: number(impact[list].length),
            total: number(total),
          }),
        ]
      : [];
  });
  return (
    <Box mb={2}>
      <Typography variant="body2" role="status">
        {t('impact.truncated.text', { lists: listAll(lists, language) })}
      </Typography>
      <MoreButton pages={pages} />
    </Box>
  );
}
