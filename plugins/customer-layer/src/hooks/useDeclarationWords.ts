import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AssignmentSource,
  DeclarationKey,
  DeclarationSource,
  INHERITANCES,
  OPERATING_MODELS,
  OPERATIONS_KINDS,
  STACK_LAYERS,
  STAGES,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../translation';

const isOneOf = <T extends string>(
  values: readonly T[],
  text: string,
): text is T => (values as readonly string[]).includes(text);

/** The id of a rule or an alias; undefined of the portal. */
const idOf = (source: AssignmentSource) => {
  const [kind, ...id] = source.split(':');
  return { kind, id: id.join(':') };
};

/** How declarations, what they say and who says it are named on screens. */
export function useDeclarationWords() {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return {
    /** The name of a declaration. */
    labelOf: (key: DeclarationKey): string => t(`assign.key.${key}`),
    /** What a declaration is about. */
    helpOf: (key: DeclarationKey): string => t(`assign.help.${key}`),
    /** The word for something that one can choose. */
    wordOf(value: string): string {
      if (isOneOf(STACK_LAYERS, value)) {
        return t(`layer.${value}`);
      }
      if (isOneOf(OPERATING_MODELS, value)) {
        return t(`supply.model.${value}`);
      }
      if (isOneOf(STAGES, value)) {
        return t(`delivery.stageName.${value}`);
      }
      if (isOneOf(OPERATIONS_KINDS, value)) {
        return t(`assign.operations.${value}`);
      }
      return isOneOf(INHERITANCES, value)
        ? t(`assign.inheritance.${value}`)
        : value;
    },
    /** Who says something, as a noun. */
    sourceOf(source: DeclarationSource): string {
      if (source === 'file' || source === 'portal') {
        return t(`assign.source.${source}`);
      }
      const { kind, id } = idOf(source);
      return kind === 'alias'
        ? t('assign.source.alias', { id })
        : t('assign.source.rule', { id });
    },
    /** How something came to be declared without the file. */
    assignedBy(source: AssignmentSource): string {
      if (source === 'portal') {
        return t('assign.origin.portal');
      }
      const { kind, id } = idOf(source);
      return kind === 'alias'
        ? t('assign.origin.alias', { id })
        : t('assign.origin.rule', { id });
    },
  };
}
