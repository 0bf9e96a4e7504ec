import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ExportRequest } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback, useId, useState } from 'react';
import { assignmentsApiRef } from '../../api';
import { useAnswer } from '../../hooks/useAnswer';
import { useLanguage } from '../../hooks/useLanguage';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { ExportedText } from './ExportedText';

const FORMATS = [
  'yaml',
  'patch',
] as const satisfies readonly ExportRequest['format'][];

// What the API takes at a time.
const LIMIT = 1_000;

const useStyles = makeStyles(
  theme => ({
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
    },
  }),
  { name: 'CustomerLayerExportDialog' },
);

/** Props of {@link ExportDialog}. */
export type ExportDialogProps = {
  entityRefs: string[];
  onClose: () => void;
};

type ExportedProps = Pick<ExportRequest, 'entityRefs' | 'format'>;

function Exported({ entityRefs, format }: ExportedProps) {
  const api = useApi(assignmentsApiRef);
  // What is chosen stays the same for as long as the dialog is open.
  const [chosen] = useState(entityRefs);
  const answer = useAnswer(
    useCallback(
      (signal: AbortSignal) =>
        api.exportAssignments({ entityRefs: chosen, format }, { signal }),
      [api, chosen, format],
    ),
  );
  return (
    <AnswerBoundary answer={answer} loading={<Progress />}>
      {exported => <ExportedText exported={exported} format={format} />}
    </AnswerBoundary>
  );
}

/** Exports what is assigned to entities, to be committed to their files. */
export function ExportDialog({ entityRefs, onClose }: ExportDialogProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const [format, setFormat] = useState<ExportRequest['format']>('yaml');
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="md">
      <DialogTitle id={id}>{t('assign.export.title')}</DialogTitle>
      <DialogContent dividers className={classes.content}>
        <Typography variant="body2">{t('assign.export.text')}</Typography>
        <FormControl component="fieldset">
          <FormLabel component="legend">{t('assign.export.format')}</FormLabel>
          <RadioGroup
            row
            name={`${id}-format`}
            value={format}
            onChange={(_, chosen) =>
              setFormat(FORMATS.find(one => one === chosen) ?? format)
            }
          >
            {FORMATS.map(one => (
              <FormControlLabel
                key={one}
                value={one}
                control={<Radio size="small" color="primary" />}
                label={t(`assign.export.${one}`)}
              />
            ))}
          </RadioGroup>
        </FormControl>
        {entityRefs.length > LIMIT ? (
          <Typography variant="body2" role="alert">
            {t('assign.export.limit', {
              limit: LIMIT.toLocaleString(language),
              number: entityRefs.length.toLocaleString(language),
            })}
          </Typography>
        ) : (
          <Exported entityRefs={entityRefs} format={format} />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('assign.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
