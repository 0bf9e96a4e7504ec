import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ANNOTATIONS,
  DeclarationKey,
  isMaskedRef,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Fragment } from 'react';
import { useDeclarationWords } from '../../hooks/useDeclarationWords';
import { useLanguage } from '../../hooks/useLanguage';
import { readText } from '../../lib/assign/declarationTexts';
import { formatDay } from '../../lib/audit/dates';
import { customerLayerTranslationRef } from '../../translation';
import { Confidential } from '../EntityName';
import { SaidNames } from './SaidNames';

/** Props of {@link SaidValue}. */
export type SaidValueProps = {
  declaration: DeclarationKey;
  /** As in the annotation. */
  text: string;
  /** The entity that it is said of. */
  entityRef: string;
  /** Whether names and addresses lead somewhere. */
  links?: boolean;
};

const CONFIDENTIAL: Partial<Record<DeclarationKey, Confidential>> = {
  economicCustomers: 'customer',
  internalCustomers: 'customer',
  operationsTeam: 'team',
};

// What one may not read is no ref that could be parsed.
const refsOf = (value: string | string[] | undefined, text: string) => {
  const masked = text.split(/[,\s]+/).filter(isMaskedRef);
  return [...[value ?? []].flat(), ...masked];
};

/** What a declaration says, in words and names; the bare text where it can't be read. */
export function SaidValue(props: SaidValueProps) {
  const { declaration, text, entityRef, links = false } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { wordOf } = useDeclarationWords();
  const { type } = ANNOTATIONS[declaration].format;
  const { value } = readText(declaration, text, entityRef);
  if (type === 'refs' || type === 'ref') {
    const refs = refsOf(value, text);
    if (refs.length) {
      return (
        <SaidNames
          refs={refs}
          confidential={CONFIDENTIAL[declaration] ?? 'entity'}
          links={links}
        />
      );
    }
    return <>{value ? t('assign.explicitNone') : text}</>;
  }
  if (value === undefined) {
    return <code>{text}</code>;
  }
  if (links && (type === 'url' || type === 'urls')) {
    return (
      <>
        {[value].flat().map((address, index) => (
          <Fragment key={address}>
            {index > 0 && ', '}
            <Link to={address}>{address}</Link>
          </Fragment>
        ))}
      </>
    );
  }
  if (type === 'choice' && typeof value === 'string') {
    return <>{wordOf(value)}</>;
  }
  return (
    <>
      {type === 'date' && typeof value === 'string'
        ? formatDay(value, language)
        : [value].flat().join(', ')}
    </>
  );
}
