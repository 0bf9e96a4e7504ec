import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AssignerDescription,
  DryRun,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useDeclarationWords } from '../../hooks/useDeclarationWords';
import { assignedSearch } from '../../lib/coverageView/address';
import { listOf } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { EntityNames } from '../EntityName';
import { Mark } from '../Mark';

/** Props of {@link AssignerItem}. */
export type AssignerItemProps = {
  assigner: AssignerDescription;
  /** What it touches, once that is known. */
  touched?: DryRun['assigners'][number];
};

/** One rule or alias: what it assigns, where it stands and what it touches. */
export function AssignerItem({ assigner, touched }: AssignerItemProps) {
  const { source, says, where, at, line } = assigner;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const name = useDeclarationWords().sourceOf(source);
  const { matches = 0, holds = 0, examples = [] } = touched ?? {};
  const unknown = touched?.unknownValues ?? [];
  return (
    <>
      <Typography variant="body2" component="div">
        <strong>{name}</strong>{' '}
        {touched && matches === 0 && (
          <Mark inline label={t('coverage.assigners.idle')} />
        )}
      </Typography>
      <Typography variant="body2" component="div">
        {says}
      </Typography>
      {where !== undefined && (
        <Typography variant="body2" component="div">
          {t('coverage.assigners.where', { where: <code>{where}</code> })}
        </Typography>
      )}
      <Typography variant="caption" color="textSecondary" component="div">
        {touched && matches > 0 && (
          <div>
            {t('coverage.assigners.matches', {
              matches: t('coverage.assigners.entities', { count: matches }),
              holds: t('coverage.assigners.entities', { count: holds }),
            })}
          </div>
        )}
        {unknown.length > 0 && (
          <div>
            {t('coverage.assigners.unknown', {
              values: listOf(
                unknown.map(({ value, count }) =>
                  t('coverage.assigners.unknownValue', {
                    value,
                    number: count.toLocaleString(language),
                  }),
                ),
                language,
              ),
            })}
          </div>
        )}
        <div>
          {line ? t('coverage.assigners.line', { at, line: String(line) }) : at}
        </div>
        {holds > 0 && (
          <Link
            to={assignedSearch(source)}
            aria-label={t('coverage.assigners.assignedBy', { name })}
          >
            {t('coverage.assigners.assigned')}
          </Link>
        )}
      </Typography>
      {examples.length > 0 && (
        <Disclosure label={t('coverage.assigners.examples')} subject={name}>
          <Typography variant="caption" component="div">
            <EntityNames refs={examples} confidential="entity" />
          </Typography>
        </Disclosure>
      )}
    </>
  );
}
