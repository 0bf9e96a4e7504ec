import { Content, Header, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { ImpactContent } from './ImpactContent';

/** The impact explorer in the classic frontend system, where each page brings its header. */
export const CustomerImpactPage = () => {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('impact.title')} subtitle={t('impact.subtitle')} />
      <Content>
        <ImpactContent />
      </Content>
    </Page>
  );
};
