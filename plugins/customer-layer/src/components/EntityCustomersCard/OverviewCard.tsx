import { Entity } from '@backstage/catalog-model';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { Link, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityInfoCard,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { ReactElement } from 'react';
import { Answer } from '../../hooks/useAnswer';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary, AnswerFailureProps } from '../AnswerBoundary';

function CompactFailure({ failure, retry }: AnswerFailureProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <div role="status">
      <Typography variant="body2">{t(`state.${failure.reason}`)}</Typography>
      <Button size="small" color="primary" onClick={retry}>
        {t('state.retry')}
      </Button>
    </div>
  );
}

/** Props of {@link OverviewCard}. */
export type OverviewCardProps<T> = {
  entity: Entity;
  title: string;
  /** What the link to the tab says. */
  link: string;
  answer: Answer<T>;
  children(value: T): ReactElement;
};

/** The frame of the overview card, with its link to the tab. */
export function OverviewCard<T>(props: OverviewCardProps<T>) {
  const { entity, title, link, answer, children } = props;
  const entityLink = useEntityRefLink();
  return (
    <EntityInfoCard
      title={title}
      footerActions={
        <Link to={`${entityLink(entity)}/customers`} variant="body2">
          {link}
        </Link>
      }
    >
      <AnswerBoundary
        answer={answer}
        failed={CompactFailure}
        loading={
          <div style={{ minHeight: 160 }}>
            <Progress />
          </div>
        }
      >
        {children}
      </AnswerBoundary>
    </EntityInfoCard>
  );
}
