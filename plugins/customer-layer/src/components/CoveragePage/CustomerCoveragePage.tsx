import { Content, Header, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { CoverageContent } from './CoverageContent';

/** The page of coverage in the classic frontend system, where each page brings its header. */
export const CustomerCoveragePage = () => {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('coverage.title')} subtitle={t('coverage.subtitle')} />
      <Content>
        <CoverageContent />
      </Content>
    </Page>
  );
};
