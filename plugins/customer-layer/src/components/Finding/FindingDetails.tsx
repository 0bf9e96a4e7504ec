import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { CodeSnippet } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Finding,
  Fix,
  RuleDescription,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { ReactNode } from 'react';
import { customerLayerTranslationRef } from '../../translation';
import { EvidenceList } from './EvidenceList';

/** Props of {@link FindingDetails}. */
export type FindingDetailsProps = {
  finding: Finding;
  rule?: Pick<RuleDescription, 'why'>;
  /** Absent where nothing is to be put right. */
  fix?: Fix;
  /** What one can do about it here. */
  acts?: ReactNode;
};

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box mt={1.5}>
      <Typography variant="caption" color="textSecondary" component="div">
        {title}
      </Typography>
      {children}
    </Box>
  );
}

/** All of a finding but its rule and its subject: what was found, why that matters and how to put it right. */
export function FindingDetails(props: FindingDetailsProps) {
  const { finding, rule, fix, acts } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <>
      {finding.evidence.length > 0 && (
        <Part title={t('audit.findings.evidence')}>
          <EvidenceList evidence={finding.evidence} />
        </Part>
      )}
      {rule && (
        <Part title={t('audit.findings.why')}>
          <Typography variant="body2">{rule.why}</Typography>
        </Part>
      )}
      {fix && (
        <Part title={t('audit.findings.fix')}>
          <Typography variant="body2">{fix.text}</Typography>
          {fix.yaml && (
            <Box mt={1} maxWidth="60ch">
              <CodeSnippet
                language="text"
                text={fix.yaml}
                showCopyCodeButton
                wrapLongLines
                customStyle={{ fontSize: '0.8em', margin: 0 }}
              />
            </Box>
          )}
        </Part>
      )}
      {acts}
    </>
  );
}
