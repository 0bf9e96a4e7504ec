import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AuditDiff,
  FindingChange,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Pages } from '../../hooks/usePages';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';
import { MoreButton } from '../MoreButton';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    change: {
      padding: theme.spacing(0.75, 0),
      '& + &': {
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
  }),
  { name: 'CustomerLayerChangeList' },
);

/** Props of {@link ChangeList}. */
export type ChangeListProps = {
  changes: Pages<FindingChange, AuditDiff>;
  /** Gives the title of a rule. */
  titleOf(ruleId: string): string;
};

/** Each change, what got worse first. */
export function ChangeList({ changes, titleOf }: ChangeListProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { hiddenItems } = changes.first;
  return (
    <>
      <ul className={classes.list} aria-label={t('audit.changes.list')}>
        {changes.items.map(({ ruleId, entityRef, title, from, to }) => (
          <li key={`${entityRef} ${ruleId}`} className={classes.change}>
            <Typography variant="body2" component="div">
              <EntityName entityRef={entityRef} title={title} />
            </Typography>
            <Typography variant="caption" color="textSecondary" component="div">
              {titleOf(ruleId)}
              {': '}
              {t('audit.changes.fromTo', {
                from: t(`audit.state.${from}`),
                to: t(`audit.state.${to}`),
              })}
            </Typography>
          </li>
        ))}
      </ul>
      {hiddenItems > 0 && (
        <Typography variant="caption" component="p">
          {t('audit.changes.hidden', { count: hiddenItems })}
        </Typography>
      )}
      <MoreButton pages={changes} />
    </>
  );
}
