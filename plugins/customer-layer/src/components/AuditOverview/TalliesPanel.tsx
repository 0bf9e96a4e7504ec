import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TallyOf } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { auditSearch } from '../../lib/audit/filters';
import { plainName } from '../../lib/audit/plainName';
import { formatShare, worstFirst } from '../../lib/audit/summary';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName, useNameOf } from '../EntityName';
import { FoldedList } from '../FoldedList';
import { StateBar } from './StateBar';

const NONE = 'none';

const useStyles = makeStyles(
  theme => ({
    heading: {
      display: 'flex',
      alignItems: 'baseline',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(0.5),
    },
    name: {
      flex: 1,
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    score: {
      minWidth: 48,
      textAlign: 'right',
    },
  }),
  { name: 'CustomerLayerTalliesPanel' },
);

/** Props of {@link TalliesPanel}. */
export type TalliesPanelProps = {
  /** By what the findings were added up. */
  by: 'owner' | 'system';
  tallies: readonly TallyOf[];
};

/** What the findings of each owner, or each System, come to; the worst first. */
export function TalliesPanel({ by, tallies }: TalliesPanelProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const confidential = by === 'owner' ? 'team' : 'entity';
  const nameOf = useNameOf(confidential);
  const none =
    by === 'owner' ? t('audit.tallies.noOwner') : t('audit.tallies.noSystem');
  const labelOf = ({ entityRef, title }: TallyOf) =>
    entityRef === NONE
      ? none
      : nameOf(entityRef, title ?? plainName(entityRef));

  if (!tallies.length) {
    return <Typography variant="body2">{t('audit.tallies.none')}</Typography>;
  }
  return (
    <FoldedList
      label={t(
        by === 'owner' ? 'audit.tallies.owners' : 'audit.tallies.systems',
      )}
      items={worstFirst(tallies)}
      keyOf={tally => tally.entityRef}
      textOf={labelOf}
    >
      {tally => (
        <>
          <div className={classes.heading}>
            <Typography
              className={classes.name}
              variant="body2"
              component="div"
            >
              {tally.entityRef === NONE ? (
                <em>{none}</em>
              ) : (
                <EntityName
                  entityRef={tally.entityRef}
                  title={tally.title}
                  confidential={confidential}
                />
              )}
            </Typography>
            {Boolean(tally.counts.fail) && !tally.hidden && (
              <Typography variant="body2" component="span">
                <Link
                  to={auditSearch('findings', { [by]: tally.entityRef })}
                  title={t('audit.tallies.link', { name: labelOf(tally) })}
                >
                  {t('audit.tallies.failing', {
                    count: tally.counts.fail ?? 0,
                  })}
                </Link>
              </Typography>
            )}
            <Typography
              className={classes.score}
              variant="body2"
              component="span"
            >
              {tally.score === undefined
                ? '–'
                : formatShare(tally.score, language)}
            </Typography>
          </div>
          <StateBar tally={tally} />
        </>
      )}
    </FoldedList>
  );
}
