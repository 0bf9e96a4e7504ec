import { Content, Header, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { CustomersIndex } from './CustomersIndex';

/** The list of all customers in the classic frontend system, where each page brings its header. */
export const CustomersPage = () => {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('index.title')} subtitle={t('index.subtitle')} />
      <Content>
        <CustomersIndex />
      </Content>
    </Page>
  );
};
