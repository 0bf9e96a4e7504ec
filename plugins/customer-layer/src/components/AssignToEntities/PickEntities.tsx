import DialogContentText from '@material-ui/core/DialogContentText';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DeclarationKey } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useId, useState } from 'react';
import { useDeclarationWords } from '../../hooks/useDeclarationWords';
import { customerLayerTranslationRef } from '../../translation';
import { FormDialog } from '../AuditDialogs/FormDialog';
import { EntitySearchField } from '../EntitySearchField';
import { useShortName } from '../ImpactAnswer/useShortName';
import { AssignToEntitiesProps } from './AssignToEntities';

/** Props of {@link PickEntities}. */
export type PickEntitiesProps = Pick<
  AssignToEntitiesProps,
  'assignedRef' | 'title' | 'as'
> & {
  onClose: () => void;
  onPicked: (entityRefs: string[], as: DeclarationKey) => void;
};

/** Asks to which entities somebody is to be assigned, and as what. */
export function PickEntities(props: PickEntitiesProps) {
  const { assignedRef, title, as, onClose, onPicked } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { labelOf } = useDeclarationWords();
  const nameOf = useShortName('entity');
  const [picked, setPicked] = useState<string[]>([]);
  const [chosen, setChosen] = useState(as[0]);
  const [incomplete, setIncomplete] = useState(false);
  const id = useId();
  return (
    <FormDialog
      open
      title={t('assign.pick.title', { name: nameOf(assignedRef, title) })}
      submit={t('assign.pick.next')}
      busy={false}
      error={incomplete ? t('assign.pick.nothing') : undefined}
      onClose={onClose}
      onSubmit={() => {
        setIncomplete(!picked.length);
        if (picked.length) {
          onPicked(picked, chosen);
        }
      }}
    >
      <DialogContentText variant="body2">
        {t('assign.pick.text')}
      </DialogContentText>
      {as.length > 1 && (
        <FormControl component="fieldset">
          <FormLabel component="legend">{t('assign.pick.as')}</FormLabel>
          <RadioGroup
            row
            name={`${id}-as`}
            value={chosen}
            onChange={(_, value) =>
              setChosen(as.find(key => key === value) ?? chosen)
            }
          >
            {as.map(key => (
              <FormControlLabel
                key={key}
                value={key}
                control={<Radio size="small" color="primary" />}
                label={labelOf(key)}
              />
            ))}
          </RadioGroup>
        </FormControl>
      )}
      <EntitySearchField
        label={t('assign.pick.label')}
        help={t('assign.pick.hint')}
        picked={picked}
        onChange={setPicked}
      />
    </FormDialog>
  );
}
