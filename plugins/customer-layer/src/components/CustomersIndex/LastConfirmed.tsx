import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '../../hooks/useLanguage';
import { CustomerRow } from '../../lib/customerListing';
import { formatAge } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';

/** Props of {@link LastConfirmed}. */
export type LastConfirmedProps = {
  row: CustomerRow;
  /** Whether it says what it tells, where no head of a column does. */
  labelled?: boolean;
};

/** When the customer side last confirmed a delivery, and how many it never has. */
export function LastConfirmed({ row, labelled = false }: LastConfirmedProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { newest, unconfirmed } = row;
  if (!newest && !unconfirmed) {
    return <></>;
  }
  const label = labelled && `${t('index.column.confirmed')}: `;
  if (!newest) {
    return (
      <>
        {label}
        {t('index.neverConfirmed')}
      </>
    );
  }
  return (
    <>
      {label}
      <time dateTime={newest} title={newest}>
        {formatAge(`${newest}T00:00:00Z`, new Date(), language)}
      </time>
      {unconfirmed > 0 && (
        <Typography variant="caption" color="textSecondary" component="div">
          {t('index.unconfirmed', { count: unconfirmed })}
        </Typography>
      )}
    </>
  );
}
