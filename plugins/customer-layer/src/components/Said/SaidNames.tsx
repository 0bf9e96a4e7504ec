import Button from '@material-ui/core/Button';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Fragment, useState } from 'react';
import { customerLayerTranslationRef } from '../../translation';
import { Confidential, EntityName, TokenName } from '../EntityName';

// As many as one takes in at a glance.
const FEW = 10;

/** Props of {@link SaidNames}. */
export type SaidNamesProps = {
  refs: readonly string[];
  confidential: Confidential;
  /** Whether the names lead somewhere. */
  links: boolean;
};

/** The names in a declaration: a few, and all of them on demand. */
export function SaidNames({ refs, confidential, links }: SaidNamesProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [all, setAll] = useState(false);
  const Name = links ? EntityName : TokenName;
  return (
    <>
      {refs.slice(0, all ? undefined : FEW).map((ref, index) => (
        <Fragment key={ref}>
          {index > 0 && ', '}
          <Name entityRef={ref} confidential={confidential} />
        </Fragment>
      ))}
      {!all && refs.length > FEW && (
        <>
          {', … '}
          <Button size="small" color="primary" onClick={() => setAll(true)}>
            {t('list.showAll', { count: refs.length })}
          </Button>
        </>
      )}
    </>
  );
}
