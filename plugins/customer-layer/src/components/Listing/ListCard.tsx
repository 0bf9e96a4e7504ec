import { Progress } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { ReactElement, ReactNode } from 'react';
import { Answer } from '../../hooks/useAnswer';
import { AnswerBoundary } from '../AnswerBoundary';
import { HiddenHeading } from '../HiddenHeading';

/** Props of {@link ListCard}. */
export type ListCardProps<T> = {
  title: string;
  /** What the page is about, for who hears it. */
  subtitle: string;
  filters: ReactNode;
  answer: Answer<T>;
  children(value: T): ReactElement;
};

/** A page that is one list, beneath its filters. */
export function ListCard<T>(props: ListCardProps<T>) {
  const { title, subtitle, filters, answer, children } = props;
  return (
    <>
      <HiddenHeading>{subtitle}</HiddenHeading>
      <EntityInfoCard title={title}>
        {filters}
        <AnswerBoundary
          answer={answer}
          loading={
            <div style={{ minHeight: 320 }}>
              <Progress />
            </div>
          }
        >
          {children}
        </AnswerBoundary>
      </EntityInfoCard>
    </>
  );
}
