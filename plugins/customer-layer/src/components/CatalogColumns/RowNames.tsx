import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReactNode } from 'react';
import { firstNames } from '../../lib/rowNames';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName, EntityNameProps } from '../EntityName';
import { Quiet } from './Quiet';

/** One name in a cell. */
export type RowName = Omit<EntityNameProps, 'confidential'> & {
  /** No other in the cell has it. */
  key: string;
  /** What else is to be said of it. */
  note?: ReactNode;
};

/** Props of {@link RowNames}. */
export type RowNamesProps = Required<Pick<EntityNameProps, 'confidential'>> & {
  names: RowName[];
  /** How many there are in all, where `names` lacks some. */
  total?: number;
  /** What is said where there are none. */
  none: string;
};

/** What a cell of the list has room for: the first by name, all by number. */
export function RowNames({ names, total, none, confidential }: RowNamesProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { first, more } = firstNames(names, total);
  if (!first.length) {
    return <Quiet>{none}</Quiet>;
  }
  return (
    <>
      {first.map(({ key, note, ...name }) => (
        <div key={key}>
          <EntityName {...name} confidential={confidential} />
          {note}
        </div>
      ))}
      {more > 0 && <Quiet>{t('list.more', { count: more })}</Quiet>}
    </>
  );
}
