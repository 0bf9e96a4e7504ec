import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AssignmentAnswer,
  AssignmentChange,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useReducer } from 'react';
import { useAssignmentChanges } from '../../hooks/useAssignments';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { MoreButton } from '../MoreButton';
import { ChangeItem } from './ChangeItem';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    item: {
      padding: theme.spacing(1, 0),
      '& + &': {
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
  }),
  { name: 'CustomerLayerChangeList' },
);

/** Props of {@link ChangeList}. */
export type ChangeListProps = {
  /** Only changes of this entity. */
  entityRef?: string;
  /** Where it changes, the list is read again. */
  version?: number | string;
  selected?: readonly AssignmentChange[];
  /** Absent where there is nothing to select for. */
  onSelect?: (selected: AssignmentChange[]) => void;
  /** Called when something was undone. */
  onUndone?: (answer: AssignmentAnswer) => void;
};

/** What was assigned and taken back in the portal, the newest first, page by page. */
export function ChangeList(props: ChangeListProps) {
  const { entityRef, version = 0, selected = [], onSelect, onUndone } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [undone, countUndone] = useReducer((count: number) => count + 1, 0);
  const answer = useAssignmentChanges(entityRef, `${version} ${undone}`);
  const others = (change: AssignmentChange) =>
    selected.filter(({ id }) => id !== change.id);
  return (
    <AnswerBoundary answer={answer} loading={<Progress />}>
      {pages => (
        <>
          {!pages.items.length && !pages.more && (
            <Typography variant="body2">{t('assign.changes.none')}</Typography>
          )}
          <ul className={classes.list} aria-label={t('assign.changes.list')}>
            {pages.items.map(change => (
              <li key={change.id} className={classes.item}>
                <ChangeItem
                  change={change}
                  entityRef={entityRef}
                  selected={others(change).length < selected.length}
                  onSelect={
                    onSelect &&
                    (checked =>
                      onSelect([
                        ...others(change),
                        ...(checked ? [change] : []),
                      ]))
                  }
                  onUndone={undoing => {
                    countUndone();
                    onUndone?.(undoing);
                  }}
                />
              </li>
            ))}
          </ul>
          <MoreButton pages={pages} />
        </>
      )}
    </AnswerBoundary>
  );
}
