import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';
import { FactStrip } from '../FactStrip';

/** What a dialog is about. */
export type Subject = { entityRef: string; title?: string };

/** Props of {@link SubjectFacts}. */
export type SubjectFactsProps = {
  subject: Subject;
  /** Title of the rule. */
  rule?: string;
};

/** Says which entity, and which rule, a dialog is about. */
export function SubjectFacts({ subject, rule }: SubjectFactsProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <FactStrip
      facts={[
        {
          label: t('audit.exemption.entity'),
          value: <EntityName {...subject} />,
        },
        ...(rule ? [{ label: t('audit.exemption.rule'), value: rule }] : []),
      ]}
    />
  );
}
