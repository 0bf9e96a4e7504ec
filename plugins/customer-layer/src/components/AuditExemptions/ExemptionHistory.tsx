import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ExemptionEvent,
  isMaskedRef,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { formatAge } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';

const useStyles = makeStyles(
  {
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
  },
  { name: 'CustomerLayerExemptionHistory' },
);

// A service, too, can act; its name is no ref.
const isEntity = (by: string) => isMaskedRef(by) || /^user:[^/]+\/.+/.test(by);

/** Whoever did something about an exemption. */
export const Actor = ({ by }: { by: string }) =>
  isEntity(by) ? <EntityName entityRef={by} /> : <>{by}</>;

/** Props of {@link ExemptionHistory}. */
export type ExemptionHistoryProps = {
  events: readonly ExemptionEvent[];
  /** What it is the history of. */
  label: string;
};

/** Who did what about an exemption, in order. */
export function ExemptionHistory({ events, label }: ExemptionHistoryProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  return (
    <ol
      className={classes.list}
      aria-label={`${t('audit.exemption.history')}: ${label}`}
    >
      {events.map(({ act, by, at, note }) => (
        <Typography
          key={`${act} ${at}`}
          variant="caption"
          color="textSecondary"
          component="li"
        >
          {t(`audit.exemption.act.${act}`, {
            name: <Actor by={by} />,
            age: (
              <time dateTime={at} title={at}>
                {formatAge(at, new Date(), language)}
              </time>
            ),
          })}
          {note && `: “${note}”`}
        </Typography>
      ))}
    </ol>
  );
}
