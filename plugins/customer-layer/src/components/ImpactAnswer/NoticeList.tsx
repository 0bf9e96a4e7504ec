import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AffectedEntity } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Fragment } from 'react';
import { Answer } from '../../hooks/useAnswer';
import { useLanguage } from '../../hooks/useLanguage';
import { ReachedTeam } from '../../lib/contacts';
import { Notice, Notices } from '../../lib/impactNotices';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';
import { Entry } from '../Entry';
import { FoldedList } from '../FoldedList';
import { Section } from '../Section';
import { ContactLinks } from './ContactLinks';
import { useShortName } from './useShortName';

const FEW = 8;

// More would hide who comes next.
const MOST_NAMED = 6;

type TouchedProps = { what: string; entities: AffectedEntity[] };

/** What of a team's is touched, in one line. */
function Touched({ what, entities }: TouchedProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const first = entities.slice(0, MOST_NAMED);
  const more = entities.length - first.length;
  return (
    <div>
      {what}
      {': '}
      {first.map(({ entityRef, title, exists }, index) => (
        <Fragment key={entityRef}>
          {index > 0 && ', '}
          <EntityName entityRef={entityRef} title={title} exists={exists} />
        </Fragment>
      ))}
      {more > 0 && (
        <> {t('impact.text.more', { shown: more.toLocaleString(language) })}</>
      )}
    </div>
  );
}

/** Props of {@link NoticeList}. */
export type NoticeListProps = Notices & {
  contacts: Answer<ReadonlyMap<string, ReachedTeam>>;
};

/** Who must be told of a planned change, owner by owner, and what of theirs it touches. */
export function NoticeList(props: NoticeListProps) {
  const { notices, unowned, hidden, contacts } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const nameOf = useShortName('team');
  const entityName = useShortName('entity');
  const reached = contacts.status === 'ready' ? contacts.value : undefined;
  const labelOf = ({ teamRef, title }: Notice) =>
    nameOf(teamRef, title ?? reached?.get(teamRef)?.title);
  return (
    <>
      {notices.length ? (
        <FoldedList
          label={t('impact.tell.title')}
          items={notices}
          initial={FEW}
          keyOf={({ teamRef }) => teamRef}
          textOf={labelOf}
        >
          {notice => (
            <Entry
              label={labelOf(notice)}
              name={
                <strong>
                  <EntityName
                    entityRef={notice.teamRef}
                    title={notice.title}
                    exists={notice.exists}
                    confidential="team"
                  />
                </strong>
              }
              details={
                <>
                  {notice.owns.length > 0 && (
                    <Touched
                      what={t('impact.tell.owns')}
                      entities={notice.owns}
                    />
                  )}
                  {notice.operates.length > 0 && (
                    <Touched
                      what={t('impact.tell.operates')}
                      entities={notice.operates}
                    />
                  )}
                </>
              }
              path={[]}
            >
              <ContactLinks
                teamRef={notice.teamRef}
                label={labelOf(notice)}
                exists={notice.exists}
                contacts={contacts}
              />
            </Entry>
          )}
        </FoldedList>
      ) : (
        <Typography variant="body2">{t('impact.tell.none')}</Typography>
      )}
      {unowned.length > 0 && (
        <Section title={t('impact.tell.unowned')} count={unowned.length}>
          <Typography variant="caption" color="textSecondary" component="p">
            {t('impact.tell.unownedHint')}
          </Typography>
          <FoldedList
            label={t('impact.tell.unowned')}
            items={unowned}
            initial={FEW}
            keyOf={({ entityRef }) => entityRef}
            textOf={({ entityRef, title }) => entityName(entityRef, title)}
          >
            {({ entityRef, title, exists }) => (
              <EntityName entityRef={entityRef} title={title} exists={exists} />
            )}
          </FoldedList>
        </Section>
      )}
      {hidden > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('impact.tell.hidden', { count: hidden })}
        </Typography>
      )}
    </>
  );
}
