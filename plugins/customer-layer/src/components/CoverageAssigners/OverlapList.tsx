import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DryRun,
  shortNameOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useDeclarationWords } from '../../hooks/useDeclarationWords';
import { listAll } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { EntityNames } from '../EntityName';
import { FoldedList } from '../FoldedList';

/** Rules and aliases that say something of the same, and which of them is heard. */
export function OverlapList({ overlaps }: Pick<DryRun, 'overlaps'>) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { sourceOf: nameOf } = useDeclarationWords();
  return (
    <FoldedList
      label={t('coverage.assigners.overlaps')}
      items={overlaps}
      keyOf={({ first, second }) => `${first} ${second}`}
      textOf={({ first, second }) => `${nameOf(first)} ${nameOf(second)}`}
    >
      {({ first, second, keys, entities, examples }) => (
        <>
          <Typography variant="body2">
            {t('coverage.assigners.overlap', {
              count: entities,
              first: nameOf(first),
              second: nameOf(second),
              keys: listAll(keys.map(shortNameOf), language),
            })}
          </Typography>
          {examples.length > 0 && (
            <Disclosure
              label={t('coverage.assigners.examples')}
              subject={`${nameOf(first)}, ${nameOf(second)}`}
            >
              <Typography variant="caption" component="div">
                <EntityNames refs={examples} confidential="entity" />
              </Typography>
            </Disclosure>
          )}
        </>
      )}
    </FoldedList>
  );
}
