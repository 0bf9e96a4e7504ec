import Box from '@material-ui/core/Box';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import { useContacts } from '../../hooks/useContacts';
import { FetchedImpact } from '../../hooks/useImpact';
import { useLanguage } from '../../hooks/useLanguage';
import { ReachedTeam } from '../../lib/contacts';
import { ImpactMode } from '../../lib/impactQuery';
import { impactView } from '../../lib/impactView';
import { customerLayerTranslationRef } from '../../translation';
import { GraphFooter } from '../GraphFooter';
import { GraphSection } from '../ImpactGraph';
import { AffectedList } from './AffectedList';
import { CallList } from './CallList';
import { CopyButton } from './CopyButton';
import { ImpactHeadline } from './ImpactHeadline';
import { NoticeList } from './NoticeList';
import { TierBands } from './TierBands';
import { TruncatedNotice } from './TruncatedNotice';
import { useChannelText } from './useChannelText';
import { useHeadline } from './useHeadline';

const DOCS =
  'https://github.com/missing-layer/customer-layer/blob/main/docs/customers.md';

function NobodyHit() {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <>
      <Typography variant="body1" gutterBottom>
        <strong>{t('impact.nobody.title')}</strong>
      </Typography>
      <Typography variant="body2" paragraph>
        {t('impact.nobody.text')}
      </Typography>
      <Typography variant="body2">
        <Link to={DOCS}>{t('impact.nobody.docs')}</Link>
      </Typography>
    </>
  );
}

const NO_CONTACTS: ReadonlyMap<string, ReachedTeam> = new Map();

/** Props of {@link ImpactAnswer}. */
export type ImpactAnswerProps = FetchedImpact & { mode: ImpactMode };

/** Who is hit and whom to call: one sentence, then customers, teams, entities and the graph. */
export function ImpactAnswer({ impact, pages, mode }: ImpactAnswerProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { customers, affected, totals, graph, truncated } = impact;
  const change = mode === 'change';
  const view = useMemo(() => impactView(impact), [impact]);
  const { groups, teams, notices } = view;
  const teamRefs = useMemo(
    () => [
      ...new Set([...teams, ...notices.notices].map(({ teamRef }) => teamRef)),
    ],
    [teams, notices],
  );
  const contacts = useContacts(teamRefs);
  const reached = contacts.status === 'ready' ? contacts.value : NO_CONTACTS;
  const words = useHeadline({ impact, view, mode, contacts: reached });
  const text = useChannelText({
    impact,
    view,
    mode,
    words,
    contacts: reached,
  });
  const counted = (title: string, count: number) =>
    count
      ? t('impact.counted', { title, shown: count.toLocaleString(language) })
      : title;

  const who = (
    <EntityInfoCard
      title={change ? t('impact.who.titleChange') : t('impact.who.title')}
    >
      {groups.length ? <TierBands groups={groups} /> : <NobodyHit />}
    </EntityInfoCard>
  );
  const whom = (
    <EntityInfoCard
      title={
        change
          ? counted(t('impact.tell.title'), notices.notices.length)
          : counted(t('impact.call.title'), totals?.operations ?? teams.length)
      }
    >
      {contacts.status === 'failed' && (
        <Typography variant="body2" role="alert">
          {t('impact.contact.failed')}
        </Typography>
      )}
      {change ? (
        <NoticeList {...notices} contacts={contacts} />
      ) : (
        <CallList teams={teams} contacts={contacts} />
      )}
    </EntityInfoCard>
  );
  return (
    <>
      <ImpactHeadline
        words={words}
        urgent={!change && customers.length > 0}
        actions={<CopyButton text={text} />}
      />
      {truncated && <TruncatedNotice impact={impact} pages={pages} />}
      <Grid container spacing={3} alignItems="flex-start">
        <Grid item xs={12} md={7}>
          {change ? whom : who}
        </Grid>
        <Grid item xs={12} md={5}>
          {change ? who : whom}
        </Grid>
        <Grid item xs={12}>
          <EntityInfoCard
            title={counted(
              t('impact.affected.title'),
              totals?.affected ?? affected.length,
            )}
          >
            <AffectedList affected={affected} />
          </EntityInfoCard>
        </Grid>
        {(affected.length > 0 || customers.length > 0) && (
          <Grid item xs={12}>
            <EntityInfoCard title={t('impact.graph.title')}>
              <GraphSection impact={impact} />
            </EntityInfoCard>
          </Grid>
        )}
      </Grid>
      <Box mt={2}>
        <GraphFooter builtAt={graph.builtAt} truncated={truncated} />
      </Box>
    </>
  );
}
