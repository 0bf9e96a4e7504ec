import Checkbox from '@material-ui/core/Checkbox';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AssignmentAnswer,
  AssignmentChange,
  DeclarationKey,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useDeclarationWords } from '../../hooks/useDeclarationWords';
import { useLanguage } from '../../hooks/useLanguage';
import { formatAge } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';
import { Actor } from '../AuditExemptions/ExemptionHistory';
import { EntityName } from '../EntityName';
import { FoldedList } from '../FoldedList';
import { Mark } from '../Mark';
import { SaidValue } from '../Said';
import { UndoButton } from './UndoButton';

const FEW = 3;

const useStyles = makeStyles(
  theme => ({
    item: {
      display: 'flex',
      gap: theme.spacing(1),
      overflowWrap: 'anywhere',
    },
    body: {
      flexGrow: 1,
      minWidth: 0,
    },
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
    },
    select: {
      alignSelf: 'flex-start',
      padding: theme.spacing(0.25),
    },
  }),
  { name: 'CustomerLayerChangeItem' },
);

type SaidProps = {
  declaration: DeclarationKey;
  entityRef: string;
  text?: string;
};

function Said({ declaration, entityRef, text }: SaidProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return text === undefined ? (
    <em>{t('assign.nothing')}</em>
  ) : (
    <SaidValue declaration={declaration} text={text} entityRef={entityRef} />
  );
}

/** Props of {@link ChangeItem}. */
export type ChangeItemProps = {
  change: AssignmentChange;
  /** The one entity that the list is about; its name is left out. */
  entityRef?: string;
  selected: boolean;
  /** Selects it, or no longer; absent where there is nothing to select for. */
  onSelect?: (selected: boolean) => void;
  onUndone: (answer: AssignmentAnswer) => void;
};

/** One change: who made it and why, what was said before and since, and a way back. */
export function ChangeItem(props: ChangeItemProps) {
  const { change, entityRef, selected, onSelect, onUndone } = props;
  const { by, at, reason, items, hiddenItems, undoes, undoneBy } = change;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { labelOf } = useDeclarationWords();
  const age = formatAge(at, new Date(), useLanguage());
  const shown = entityRef
    ? items.filter(item => item.entityRef === entityRef)
    : items;
  return (
    <div className={classes.item}>
      {onSelect && (
        <Checkbox
          className={classes.select}
          size="small"
          color="primary"
          checked={selected}
          disabled={!items.length}
          onChange={(_, checked) => onSelect(checked)}
          inputProps={{ 'aria-label': t('assign.changes.select', { age }) }}
        />
      )}
      <div className={classes.body}>
        <div className={classes.heading}>
          <Typography variant="body2" component="span">
            {t('assign.changes.did', {
              name: <Actor by={by} />,
              age: (
                <time dateTime={at} title={at}>
                  {age}
                </time>
              ),
            })}
          </Typography>
          {undoneBy && <Mark inline label={t('assign.changes.undoneBy')} />}
          {undoes && <Mark inline label={t('assign.changes.undoes')} />}
          <UndoButton change={change} age={age} onUndone={onUndone} />
        </div>
        {reason && <Typography variant="body2">“{reason}”</Typography>}
        <FoldedList
          label={t('assign.changes.items', { count: shown.length })}
          items={shown}
          layout="columns"
          initial={FEW}
          keyOf={item => `${item.entityRef} ${item.key}`}
          textOf={item => `${item.entityRef} ${labelOf(item.key)}`}
        >
          {item => (
            <Typography variant="body2" component="div">
              {!entityRef && (
                <div>
                  <EntityName entityRef={item.entityRef} />
                </div>
              )}
              {t('assign.changes.was', {
                what: labelOf(item.key),
                before: (
                  <Said
                    declaration={item.key}
                    entityRef={item.entityRef}
                    text={item.before}
                  />
                ),
                after: (
                  <Said
                    declaration={item.key}
                    entityRef={item.entityRef}
                    text={item.after}
                  />
                ),
              })}
            </Typography>
          )}
        </FoldedList>
        {hiddenItems > 0 && (
          <Typography variant="caption" color="textSecondary">
            {t('assign.changes.hidden', { count: hiddenItems })}
          </Typography>
        )}
      </div>
    </div>
  );
}
