import { Fragment } from 'react';
import { Confidential, EntityName } from './EntityName';

/** Props of {@link EntityNames}. */
export type EntityNamesProps = {
  refs: readonly string[];
  confidential: Confidential;
};

/** Several names in a row. */
export const EntityNames = ({ refs, confidential }: EntityNamesProps) => (
  <>
    {refs.map((ref, index) => (
      <Fragment key={ref}>
        {index > 0 && ', '}
        <EntityName entityRef={ref} confidential={confidential} />
      </Fragment>
    ))}
  </>
);
