import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Suggestion } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { plainName } from '../../lib/audit/plainName';
import { formatShare } from '../../lib/audit/summary';
import { formatAge } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { EntityName, EntityNames } from '../EntityName';
import { Mark } from '../Mark';
import { useReasonText } from './useReasonText';

const useStyles = makeStyles(
  theme => ({
    suggestion: {
      display: 'flex',
      alignItems: 'flex-start',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1),
    },
    text: {
      flex: '1 1 240px',
      minWidth: 0,
    },
    acts: {
      display: 'flex',
      gap: theme.spacing(1),
    },
    box: {
      padding: theme.spacing(0.25),
    },
  }),
  { name: 'CustomerLayerSuggestionItem' },
);

/** Props of {@link SuggestionItem}. */
export type SuggestionItemProps = {
  suggestion: Suggestion;
  selected: boolean;
  onToggle: () => void;
  /** Absent where one may not assign anything. */
  onAccept?: () => void;
  /** Dismisses it, or brings it back; absent where one may not. */
  onDismiss?: () => void;
};

/** Somebody who may be a customer or the operations team of an entity, and why. */
export function SuggestionItem(props: SuggestionItemProps) {
  const { suggestion, selected, onToggle, onAccept, onDismiss } = props;
  const { entityRef, key, value, title, score, reasons, dismissed } =
    suggestion;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const reasonText = useReasonText();
  const names = {
    value: title ?? plainName(value),
    name: plainName(entityRef),
  };
  const label = (act: string) =>
    t('coverage.suggestions.what', { act, ...names });
  const accept = t('coverage.suggestions.accept');
  const dismiss = dismissed
    ? t('coverage.suggestions.restore')
    : t('coverage.suggestions.dismiss');
  const examples = [
    ...new Set(reasons.flatMap(({ entityRefs }) => entityRefs)),
  ];
  return (
    <div className={classes.suggestion}>
      {(onAccept || onDismiss) && (
        <Checkbox
          className={classes.box}
          size="small"
          color="primary"
          checked={selected}
          onChange={onToggle}
          inputProps={{ 'aria-label': t('coverage.suggestions.select', names) }}
        />
      )}
      <div className={classes.text}>
        <Typography variant="body2" component="div">
          <EntityName entityRef={value} title={title} />{' '}
          {t(`coverage.suggestions.${key}`)}{' '}
          <EntityName entityRef={entityRef} />{' '}
          <Mark
            inline
            label={t('coverage.suggestions.score', {
              share: formatShare(score, language),
            })}
          />
        </Typography>
        <Typography variant="caption" color="textSecondary" component="div">
          {reasonText(reasons)}
          {dismissed && (
            <div>
              {t('coverage.suggestions.dismissed', {
                by: plainName(dismissed.by),
                age: formatAge(dismissed.at, new Date(), language),
              })}
            </div>
          )}
        </Typography>
        {examples.length > 0 && (
          <Disclosure
            label={t('coverage.suggestions.examples')}
            subject={`${names.value}, ${names.name}`}
          >
            <Typography variant="caption" component="div">
              <EntityNames refs={examples} confidential="entity" />
            </Typography>
          </Disclosure>
        )}
      </div>
      <div className={classes.acts}>
        {!dismissed && onAccept && (
          <Button
            size="small"
            color="primary"
            variant="outlined"
            aria-label={label(accept)}
            onClick={onAccept}
          >
            {accept}
          </Button>
        )}
        {onDismiss && (
          <Button size="small" aria-label={label(dismiss)} onClick={onDismiss}>
            {dismiss}
          </Button>
        )}
      </div>
    </div>
  );
}
