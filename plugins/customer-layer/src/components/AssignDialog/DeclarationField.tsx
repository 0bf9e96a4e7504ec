import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ANNOTATIONS,
  DeclarationKey,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useId } from 'react';
import { useDeclarationWords } from '../../hooks/useDeclarationWords';
import { readText } from '../../lib/assign/declarationTexts';
import { customerLayerTranslationRef } from '../../translation';
import { RefsField, RefsKey } from './RefsField';

/** Props of {@link DeclarationField}. */
export type DeclarationFieldProps = {
  declaration: DeclarationKey;
  /** As in the annotation; empty where nothing is chosen. */
  text: string;
  /** The entity, or the first of those, that it is assigned to. */
  entityRef: string;
  onChange: (text: string) => void;
};

const namesEntities = (key: DeclarationKey): key is RefsKey =>
  ['refs', 'ref'].includes(ANNOTATIONS[key].format.type);

/** Asks for a declaration in the way that its format calls for. */
export function DeclarationField(props: DeclarationFieldProps) {
  const { declaration, text, entityRef, onChange } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { labelOf, helpOf, wordOf } = useDeclarationWords();
  const id = useId();
  if (namesEntities(declaration)) {
    return <RefsField {...props} declaration={declaration} />;
  }
  const { format } = ANNOTATIONS[declaration];
  const [problem] = text.trim()
    ? readText(declaration, text, entityRef).problems
    : [];
  const choices = format.type === 'choice' ? format.values : undefined;
  return (
    <TextField
      id={id}
      fullWidth
      size="small"
      variant="outlined"
      label={labelOf(declaration)}
      helperText={problem ?? helpOf(declaration)}
      error={Boolean(problem)}
      select={Boolean(choices)}
      type={format.type === 'date' ? 'date' : 'text'}
      InputLabelProps={{ shrink: true }}
      SelectProps={{
        displayEmpty: true,
        MenuProps: { getContentAnchorEl: null },
      }}
      value={text}
      onChange={event => onChange(event.target.value)}
    >
      {choices && [
        <MenuItem key="" value="">
          <em>{t('assign.unsaid')}</em>
        </MenuItem>,
        ...choices.map(value => (
          <MenuItem key={value} value={value}>
            {wordOf(value)}
          </MenuItem>
        )),
      ]}
    </TextField>
  );
}
