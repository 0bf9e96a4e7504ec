import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ANNOTATIONS,
  DeclarationKey,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useId } from 'react';
import { assignableKeys } from '../../lib/assign/assignableKeys';
import { MeantFor } from '../../lib/assign/assignmentItems';
import { customerLayerTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { ChosenEntities } from './ChosenEntities';
import { DeclarationField } from './DeclarationField';
import { Draft } from './draft';

const useStyles = makeStyles(
  theme => ({
    fields: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
    },
    more: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
      gap: theme.spacing(2),
      paddingTop: theme.spacing(1.5),
    },
  }),
  { name: 'CustomerLayerChooseFields' },
);

/** Props of {@link ChooseFields}. */
export type ChooseFieldsProps = {
  /** At least one. */
  entityRefs: string[];
  only?: readonly DeclarationKey[];
  meantFor?: MeantFor;
  draft: Draft;
  onChange: (draft: Draft) => void;
};

/** Asks what to assign: what one comes for, and all else on demand. */
export function ChooseFields(props: ChooseFieldsProps) {
  const { entityRefs, only, meantFor, draft, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const id = useId();
  const { main, more } = assignableKeys(entityRefs, only);
  const namesSomebody = main.some(
    key => ANNOTATIONS[key].format.type === 'refs',
  );
  const isMeantForSome = [...main, ...more].some(key =>
    entityRefs.some(ref => meantFor?.get(key)?.has(ref) === false),
  );
  const fieldOf = (key: DeclarationKey) => (
    <DeclarationField
      key={key}
      declaration={key}
      text={draft.texts[key] ?? ''}
      entityRef={entityRefs[0]}
      onChange={text =>
        onChange({ ...draft, texts: { ...draft.texts, [key]: text } })
      }
    />
  );
  return (
    <div className={classes.fields}>
      <Typography variant="body2">{t('assign.text')}</Typography>
      <ChosenEntities entityRefs={entityRefs} />
      {isMeantForSome && (
        <Typography variant="body2">{t('assign.meantForSome')}</Typography>
      )}
      {main.map(fieldOf)}
      {namesSomebody && (
        <div>
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                color="primary"
                checked={draft.adds}
                onChange={(_, adds) => onChange({ ...draft, adds })}
                inputProps={{ 'aria-describedby': `${id}-adds` }}
              />
            }
            label={<Typography variant="body2">{t('assign.add')}</Typography>}
          />
          <FormHelperText id={`${id}-adds`}>
            {t('assign.addHelp')}
          </FormHelperText>
        </div>
      )}
      {more.length > 0 && (
        <Disclosure label={t('assign.more')}>
          <div className={classes.more}>{more.map(fieldOf)}</div>
        </Disclosure>
      )}
      <TextField
        id={`${id}-reason`}
        fullWidth
        multiline
        size="small"
        variant="outlined"
        label={t('assign.reason')}
        helperText={t('assign.reasonHelp')}
        InputLabelProps={{ shrink: true }}
        value={draft.reason}
        onChange={event => onChange({ ...draft, reason: event.target.value })}
      />
    </div>
  );
}
