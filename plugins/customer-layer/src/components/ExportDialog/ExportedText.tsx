import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import GetApp from '@material-ui/icons/GetApp';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AssignmentExport,
  ExportRequest,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useId } from 'react';
import { saveAs } from '../../lib/audit/download';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';
import { FoldedList } from '../FoldedList';
import { CopyButton } from '../ImpactAnswer/CopyButton';
import { Section } from '../Section';

const FILES: Record<ExportRequest['format'], string> = {
  yaml: 'customer-layer.yaml',
  patch: 'customer-layer.patch',
};

const useStyles = makeStyles(
  theme => ({
    text: {
      fontFamily: 'monospace',
      fontSize: theme.typography.body2.fontSize,
      whiteSpace: 'pre',
      overflowX: 'auto',
    },
    acts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
    },
  }),
  { name: 'CustomerLayerExportedText' },
);

/** Props of {@link ExportedText}. */
export type ExportedTextProps = {
  exported: AssignmentExport;
  format: ExportRequest['format'];
};

/** What to commit, to be copied or downloaded, and what is left out of it. */
export function ExportedText({ exported, format }: ExportedTextProps) {
  const { text, faults } = exported;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const id = useId();
  const left = t('assign.export.faults', { count: faults.length });
  return (
    <>
      {text.trim() ? (
        <>
          <TextField
            id={id}
            fullWidth
            multiline
            maxRows={16}
            size="small"
            variant="outlined"
            label={t('assign.export.result')}
            InputLabelProps={{ shrink: true }}
            InputProps={{ readOnly: true, classes: { input: classes.text } }}
            value={text}
          />
          <div className={classes.acts}>
            <CopyButton text={text} />
            <Button
              variant="outlined"
              color="primary"
              startIcon={<GetApp aria-hidden />}
              onClick={() =>
                saveAs(new Blob([text], { type: 'text/plain' }), FILES[format])
              }
            >
              {t('assign.export.download')}
            </Button>
          </div>
        </>
      ) : (
        <Typography variant="body2" role="status">
          {faults.length
            ? t('assign.export.nothingPossible')
            : t('assign.export.nothing')}
        </Typography>
      )}
      {faults.length > 0 && (
        <Section title={left}>
          <FoldedList
            label={left}
            items={faults}
            keyOf={({ entityRef, message }) => `${entityRef} ${message}`}
            textOf={({ entityRef, message }) => `${entityRef} ${message}`}
          >
            {({ entityRef, message }) => (
              <>
                <Typography variant="body2" component="div">
                  <EntityName entityRef={entityRef} />
                </Typography>
                <Typography variant="body2" color="textSecondary">
                  {message}
                </Typography>
              </>
            )}
          </FoldedList>
        </Section>
      )}
    </>
  );
}
