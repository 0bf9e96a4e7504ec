import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { TokenName } from '../EntityName';
import { FoldedList } from '../FoldedList';

/** Names the entities that a dialog is about: the one, or all of them on demand. */
export function ChosenEntities({ entityRefs }: { entityRefs: string[] }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const label = t('assign.entities', { count: entityRefs.length });
  if (entityRefs.length === 1) {
    return null;
  }
  return (
    <Disclosure label={label}>
      <FoldedList
        label={label}
        items={entityRefs}
        keyOf={ref => ref}
        textOf={ref => ref}
      >
        {ref => (
          <>
            <Typography variant="body2" component="div">
              <TokenName entityRef={ref} confidential="entity" />
            </Typography>
            <Typography variant="caption" color="textSecondary">
              {ref}
            </Typography>
          </>
        )}
      </FoldedList>
    </Disclosure>
  );
}
