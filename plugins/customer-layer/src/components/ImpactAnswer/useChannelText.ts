import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Impact } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { ReachedTeam, reachesSomebody } from '../../lib/contacts';
import { listAll } from '../../lib/format';
import { ImpactMode, impactSearch } from '../../lib/impactQuery';
import { TextItem, writeChannelText } from '../../lib/impactText';
import { ImpactView } from '../../lib/impactView';
import { customerLayerTranslationRef } from '../../translation';
import { HeadlineWords } from './useHeadline';
import { useShortName } from './useShortName';

// A channel is no place for hundreds of names.
const MOST_NAMED = 15;

/** What a text for a channel is made of. */
export type ChannelTextParts = {
  impact: Impact;
  view: ImpactView;
  mode: ImpactMode;
  words: HeadlineWords;
  /** By ref of the team, as far as they are known. */
  contacts: ReadonlyMap<string, ReachedTeam>;
};

/** Writes an impact as plain text for the channel of an incident or a change. */
export function useChannelText(parts: ChannelTextParts): string {
  const { impact, view, mode, words, contacts } = parts;
  const { groups, teams, notices } = view;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const entityName = useShortName('entity');
  const customerName = useShortName('customer');
  const teamName = useShortName('team');
  const number = (value: number) => value.toLocaleString(language);
  const some = (names: string[]) =>
    names.length > MOST_NAMED
      ? [
          ...names.slice(0, MOST_NAMED),
          t('impact.text.more', { shown: number(names.length - MOST_NAMED) }),
        ]
      : names;

  const hidden =
    groups.find(({ tier }) => tier === 'hidden')?.customers.length ?? 0;
  const tiers = groups.flatMap(({ tier, customers }): TextItem[] => {
    if (tier === 'hidden') {
      return [];
    }
    const title =
      tier === 'none'
        ? t('impact.group.none')
        : t('impact.group.tier', { tier: String(tier) });
    return [
      {
        name: `${title} (${number(customers.length)})`,
        details: some(
          customers.map(({ customerRef, title: named }) =>
            customerName(customerRef, named),
          ),
        ),
      },
    ];
  });

  // An answer gives titles of operations teams only, and owners are told as well.
  const nameOfTeam = (teamRef: string, title?: string) =>
    teamName(teamRef, title ?? contacts.get(teamRef)?.title);
  const reach = (teamRef: string) =>
    (contacts.get(teamRef)?.contacts ?? [])
      .filter(reachesSomebody)
      .map(({ address }) => address.replace(/^mailto:/, ''));
  const calls = teams.map(
    ({ teamRef, title }): TextItem => ({
      name: nameOfTeam(teamRef, title),
      details: reach(teamRef),
    }),
  );
  const tell = notices.notices.map(
    ({ teamRef, title, owns, operates }): TextItem => ({
      name: [
        nameOfTeam(teamRef, title),
        ...reach(teamRef).map(address => `<${address}>`),
      ].join(' '),
      details: some(
        [...owns, ...operates].map(({ entityRef, title: named }) =>
          entityName(entityRef, named),
        ),
      ),
    }),
  );

  const names = listAll(
    some(
      impact.failing.map(({ entityRef, title }) =>
        entityName(entityRef, title),
      ),
    ),
    language,
  );
  const { origin, pathname } = window.location;
  const change = mode === 'change';
  const who = {
    title: change ? t('impact.who.titleChange') : t('impact.who.title'),
    items: tiers,
  };
  const { entityRefs } = impact;
  const { affected } = view.figures;
  return writeChannelText({
    title: t(`impact.text.${mode}`, { names }),
    headline: words.text,
    sections: change
      ? [{ title: t('impact.tell.title'), items: tell }, who]
      : [who, { title: t('impact.call.title'), items: calls }],
    notes: [
      ...(affected
        ? [
            t('impact.text.affected', {
              count: affected,
              shown: number(affected),
            }),
          ]
        : []),
      ...(hidden ? [t('impact.text.hidden', { count: hidden })] : []),
      ...(words.valueHidden ? [words.valueHidden] : []),
    ],
    address: `${origin}${pathname}${impactSearch({ entityRefs, mode })}`,
  });
}
