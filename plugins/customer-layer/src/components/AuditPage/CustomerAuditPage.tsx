import { Content, Header, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { AuditContent } from './AuditContent';

/** The page of the audit in the classic frontend system, where each page brings its header. */
export const CustomerAuditPage = () => {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('audit.title')} subtitle={t('audit.subtitle')} />
      <Content>
        <AuditContent />
      </Content>
    </Page>
  );
};
