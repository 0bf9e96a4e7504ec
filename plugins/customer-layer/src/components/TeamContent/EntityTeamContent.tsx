import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { customerLayerTranslationRef } from '../../translation';
import { HiddenHeading } from '../HiddenHeading';
import { TeamContent } from './TeamContent';

/** The tab of a Group's page: what it operates, how ready it is, and of what it is a customer. */
export const EntityTeamContent = () => {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { entity } = useEntity();
  return (
    <>
      <HiddenHeading>{t('customers.pageTitle')}</HiddenHeading>
      {/* The key keeps one team's answer from showing for the next. */}
      <TeamContent key={stringifyEntityRef(entity)} entity={entity} />
    </>
  );
};
