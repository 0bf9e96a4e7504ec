import { Content, Header, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { TeamsIndex } from './TeamsIndex';

/** The list of all operations teams in the classic frontend system, where each page brings its header. */
export const OperationsTeamsPage = () => {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('teams.title')} subtitle={t('teams.subtitle')} />
      <Content>
        <TeamsIndex />
      </Content>
    </Page>
  );
};
