import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Coverage } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useDeclarationWords } from '../../hooks/useDeclarationWords';
import { customerLayerTranslationRef } from '../../translation';
import { FoldedList } from '../FoldedList';

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'flex',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
    },
    name: {
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    count: {
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'CustomerLayerDeclarationList' },
);

/** How many declarations there are, by who says them; who says the most comes first. */
export function DeclarationList({
  declarations,
}: Pick<Coverage, 'declarations'>) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { sourceOf: nameOf } = useDeclarationWords();
  const told = declarations
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  if (!told.length) {
    return (
      <Typography variant="body2">{t('coverage.declarations.none')}</Typography>
    );
  }
  return (
    <FoldedList
      label={t('coverage.declarations.list')}
      items={told}
      keyOf={({ source }) => source}
      textOf={({ source }) => nameOf(source)}
    >
      {({ source, count }) => (
        <Typography className={classes.row} variant="body2" component="div">
          <span className={classes.name}>{nameOf(source)}</span>
          <span className={classes.count}>
            {t('coverage.declarations.count', { count })}
          </span>
        </Typography>
      )}
    </FoldedList>
  );
}
