import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Impact,
  isMaskedRef,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Fragment, ReactNode } from 'react';
import { useLanguage } from '../../hooks/useLanguage';
import { ReachedTeam } from '../../lib/contacts';
import { formatRoundMoney, listAll } from '../../lib/format';
import { ImpactMode } from '../../lib/impactQuery';
import { ImpactView } from '../../lib/impactView';
import { customerLayerTranslationRef } from '../../translation';
import { useShortName } from './useShortName';

// More names than this, and the sentence is no headline any more.
const MOST_NAMED = 3;

/** What is to be known first: who is hit, how hard, and whom to call. */
export type HeadlineWords = {
  /** What this is about, as in "If Orders database fails". */
  about: string;
  /** The sentence, with its figures in bold. */
  sentence: ReactNode;
  /** The same as plain text. */
  text: string;
  /** Said where the value at risk is not all of it. */
  valueHidden?: string;
};

type Fact = {
  id: 'hit' | 'noticing' | 'tier' | 'risk' | 'value';
  what: string;
  count: number;
};

/** What a headline is made of. */
export type HeadlineParts = {
  impact: Impact;
  view: ImpactView;
  mode: ImpactMode;
  /** By ref of the team, as far as they are known. */
  contacts: ReadonlyMap<string, ReachedTeam>;
};

const aboutKey = (change: boolean, count: number) => {
  if (change) {
    return count > 1
      ? 'impact.headline.ofChangeSeveral'
      : 'impact.headline.ofChange';
  }
  return count > 1 ? 'impact.headline.ofSeveral' : 'impact.headline.of';
};

/** Puts an impact into one sentence. */
export function useHeadline(parts: HeadlineParts): HeadlineWords {
  const { impact, view, mode, contacts } = parts;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const teamName = useShortName('team');
  const entityName = useShortName('entity');
  const number = (value: number) => value.toLocaleString(language);
  const change = mode === 'change';

  const { customers, worstTier, atRisk, valueHidden } = view.figures;
  const facts: Fact[] = customers
    ? [
        {
          id: change ? 'noticing' : 'hit',
          what: t('impact.customers', {
            count: customers,
            shown: number(customers),
          }),
          count: customers,
        },
      ]
    : [];
  if (worstTier) {
    const { tier, count, atLeast } = worstTier;
    const words = { shown: number(count), tier: String(tier) };
    facts.push({
      id: 'tier',
      what: atLeast ? t('impact.tierAtLeast', words) : t('impact.tier', words),
      count,
    });
  }
  if (atRisk.length) {
    facts.push({
      id: change ? 'value' : 'risk',
      what: listAll(
        atRisk.map(value => formatRoundMoney(value, language)),
        language,
      ),
      count: atRisk.length,
    });
  }

  const called = change
    ? toldTeams(view)
    : calledTeams(view, impact.totals?.operations);
  const more = called.total - called.names.length;
  const names = listAll(
    [
      ...called.names.map(({ teamRef, title }) =>
        teamName(teamRef, title ?? contacts.get(teamRef)?.title),
      ),
      ...(more && called.names.length
        ? [t('impact.andMore', { shown: number(more) })]
        : []),
    ],
    language,
  );
  const whom = names || t('impact.teams', { count: more, shown: number(more) });
  const nobody = change
    ? t('impact.headline.nobodyNotices')
    : t('impact.headline.nobody');
  const nobodyToCall = change
    ? t('impact.headline.noTell')
    : t('impact.headline.noCall');

  const factTexts = facts.map(({ id, what, count }) =>
    t(`impact.headline.${id}`, { what, count }),
  );
  const factNodes = facts.map(({ id, what, count }, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      {t(`impact.headline.${id}`, { what: <strong>{what}</strong>, count })}
    </Fragment>
  ));
  const callKey = change ? 'impact.headline.tell' : 'impact.headline.call';
  const failing = impact.failing.map(({ entityRef, title }) =>
    entityName(entityRef, title),
  );
  return {
    about: t(aboutKey(change, failing.length), {
      names: listAll(
        shortened(failing, rest =>
          t('impact.andMore', { shown: number(rest) }),
        ),
        language,
      ),
    }),
    text: t('impact.headline.sentence', {
      facts: factTexts.length ? factTexts.join(', ') : nobody,
      call: called.total ? t(callKey, { what: whom }) : nobodyToCall,
    }),
    sentence: t('impact.headline.sentence', {
      facts: <>{factNodes.length ? factNodes : nobody}</>,
      call: (
        <>
          {called.total
            ? t(callKey, { what: <strong>{whom}</strong> })
            : nobodyToCall}
        </>
      ),
    }),
    ...(valueHidden && {
      valueHidden: t('impact.headline.valueHidden', { count: valueHidden }),
    }),
  };
}

function shortened(names: string[], more: (count: number) => string): string[] {
  const first = names.slice(0, MOST_NAMED);
  return names.length > first.length
    ? [...first, more(names.length - first.length)]
    : first;
}

type NamedTeams = {
  names: Array<{ teamRef: string; title?: string }>;
  /** How many there are in all. */
  total: number;
};

/** Whom to call: those who operate what fails; where nobody does, who operates most of the rest. */
function calledTeams({ teams }: ImpactView, total = teams.length): NamedTeams {
  const open = teams.filter(({ hidden }) => !hidden);
  const first = open.filter(team => team.first);
  return {
    names: (first.length ? first : open).slice(0, MOST_NAMED),
    total,
  };
}

/** Whom to tell: those whom a change touches most. */
function toldTeams({ notices: { notices } }: ImpactView): NamedTeams {
  return {
    names: notices
      .filter(({ teamRef }) => !isMaskedRef(teamRef))
      .slice(0, MOST_NAMED),
    total: notices.length,
  };
}
