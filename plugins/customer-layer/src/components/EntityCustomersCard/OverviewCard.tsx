import { Entity } from '@backstage/catalog-model';
import { Link, Progress } from '@backstage/core-components';
import {
  EntityInfoCard,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { ReactElement } from 'react';
import { Answer } from '../../hooks/useAnswer';
import { AnswerBoundary, CompactFailure } from '../AnswerBoundary';

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
