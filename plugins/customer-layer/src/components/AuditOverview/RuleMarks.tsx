import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '../../hooks/useLanguage';
import { formatDay } from '../../lib/audit/dates';
import { RuleSetChange, TrendMark } from '../../lib/audit/trend';
import { customerLayerTranslationRef } from '../../translation';
import { FoldedList } from '../FoldedList';

const SHOWN = 3;

/** Gives a change of the rules in words. */
export function useRuleSetText(titleOf: (ruleId: string) => string) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const quoted = (ids: string[]) =>
    ids.map(id => t('audit.trend.quoted', { title: titleOf(id) })).join(', ');
  return ({ added, removed }: RuleSetChange) =>
    [
      added.length && t('audit.trend.added', { rules: quoted(added) }),
      removed.length && t('audit.trend.removed', { rules: quoted(removed) }),
    ]
      .filter(Boolean)
      .join(' ');
}

/** Props of {@link RuleMarks}. */
export type RuleMarksProps = {
  /** The oldest first. */
  marks: TrendMark[];
  /** Gives the title of a rule. */
  titleOf(ruleId: string): string;
};

/** What the numbered marks in the chart stand for, the newest first. */
export function RuleMarks({ marks, titleOf }: RuleMarksProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const textOf = useRuleSetText(titleOf);
  const numbered = marks
    .map(({ day, rules }, index) => ({
      day,
      text: t('audit.trend.mark', {
        number: (index + 1).toLocaleString(language),
        day: formatDay(day, language),
        rules: textOf(rules),
      }),
    }))
    .reverse();
  return (
    <FoldedList
      label={t('audit.trend.marks')}
      items={numbered}
      initial={SHOWN}
      keyOf={({ day }) => day}
      textOf={({ text }) => text}
    >
      {({ text }) => (
        <Typography
          variant="caption"
          component="div"
          style={{ overflowWrap: 'anywhere' }}
        >
          {text}
        </Typography>
      )}
    </FoldedList>
  );
}
