import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ANNOTATIONS,
  DeclarationKey,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useMemo } from 'react';
import { useDeclarationWords } from '../../hooks/useDeclarationWords';
import { isNone, refsIn } from '../../lib/assign/declarationTexts';
import { customerLayerTranslationRef } from '../../translation';
import { EntitySearchField } from '../EntitySearchField';

/** The declarations that name entities. */
export type RefsKey = {
  [K in DeclarationKey]: (typeof ANNOTATIONS)[K]['format'] extends {
    type: 'refs' | 'ref';
  }
    ? K
    : never;
}[DeclarationKey];

/** Props of {@link RefsField}. */
export type RefsFieldProps = {
  declaration: RefsKey;
  /** As in the annotation; empty where nothing is chosen. */
  text: string;
  /** The entity, or the first of those, that it is assigned to. */
  entityRef: string;
  onChange: (text: string) => void;
};

/** Asks for customers or teams, or for the word that there are none. */
export function RefsField(props: RefsFieldProps) {
  const { declaration, text, entityRef, onChange } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { labelOf, helpOf } = useDeclarationWords();
  const { format } = ANNOTATIONS[declaration];
  const picked = useMemo(
    () => refsIn(declaration, text, entityRef),
    [declaration, text, entityRef],
  );
  const none = isNone(text);
  const label = labelOf(declaration);
  return (
    <div>
      <EntitySearchField
        label={label}
        help={helpOf(declaration)}
        kinds={format.allowedKinds}
        confidential={declaration === 'operationsTeam' ? 'team' : 'customer'}
        picked={picked}
        single={format.type === 'ref'}
        disabled={none}
        onChange={refs => onChange(refs.join(', '))}
      />
      {format.type === 'refs' && (
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={none}
              onChange={(_, checked) => onChange(checked ? 'none' : '')}
              inputProps={{ 'aria-label': `${label}: ${t('assign.none')}` }}
            />
          }
          label={<Typography variant="caption">{t('assign.none')}</Typography>}
        />
      )}
    </div>
  );
}
