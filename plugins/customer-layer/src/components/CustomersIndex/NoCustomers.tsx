import Typography from '@material-ui/core/Typography';
import { CodeSnippet, Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CUSTOMER_API_VERSION } from '@missing-layer/backstage-plugin-customer-layer-common';
import { annotationSnippet, SUGGESTED } from '../../lib/snippets';
import { customerLayerTranslationRef } from '../../translation';
import { BeginLink } from '../BeginLink';
import { Section } from '../Section';

const DOCS =
  'https://github.com/missing-layer/customer-layer/blob/main/docs/customers.md';

const CUSTOMER = [
  `apiVersion: ${CUSTOMER_API_VERSION}`,
  'kind: Customer',
  'metadata:',
  '  name: retail-shoppers',
  '  title: Retail shoppers',
  'spec:',
  '  type: economic',
  '  tier: 1',
].join('\n');

// As plain text, since the colours of YAML are too faint to read at this size.
const Yaml = ({ text }: { text: string }) => (
  <CodeSnippet
    language="text"
    text={text}
    showCopyCodeButton
    wrapLongLines
    customStyle={{ fontSize: '0.8em', margin: 0 }}
  />
);

/** Says how to begin where no customer is known. */
export function NoCustomers() {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <>
      <Typography variant="h6" component="h3" gutterBottom>
        {t('index.empty.title')}
      </Typography>
      <Typography variant="body2" paragraph>
        {t('index.empty.text')}
      </Typography>
      <BeginLink />
      <Section title={t('index.empty.describe')}>
        <Yaml text={CUSTOMER} />
      </Section>
      <Section title={t('index.empty.name')}>
        <Yaml
          text={annotationSnippet(
            { metadata: { name: 'web-shop' } },
            { economicCustomers: SUGGESTED.economicCustomers },
          )}
        />
      </Section>
      <Typography variant="body2">
        <Link to={DOCS}>{t('index.empty.docs')}</Link>
      </Typography>
    </>
  );
}
