import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Check from '@material-ui/icons/Check';
import FileCopyOutlined from '@material-ui/icons/FileCopyOutlined';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEffect, useId, useState } from 'react';
import { customerLayerTranslationRef } from '../../translation';

// Long enough to be read.
const SHOWN_MS = 4_000;

/** Copies a text; where the browser does not let it, shows the text to be copied by hand. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [state, setState] = useState<'ready' | 'done' | 'failed'>('ready');
  const id = useId();
  useEffect(() => {
    if (state !== 'done') {
      return undefined;
    }
    const timer = setTimeout(() => setState('ready'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('done');
    } catch {
      // There is no clipboard without HTTPS, and people may refuse it.
      setState('failed');
    }
  };
  return (
    <>
      <Button
        variant="outlined"
        color="primary"
        startIcon={
          state === 'done' ? (
            <Check aria-hidden />
          ) : (
            <FileCopyOutlined aria-hidden />
          )
        }
        onClick={copy}
      >
        <span aria-live="polite">
          {state === 'done' ? t('impact.copy.done') : t('impact.copy.button')}
        </span>
      </Button>
      {state === 'failed' && (
        <div style={{ flexBasis: '100%' }}>
          <Typography variant="body2" role="alert" paragraph>
            {t('impact.copy.failed')}
          </Typography>
          <TextField
            id={id}
            fullWidth
            multiline
            variant="outlined"
            label={t('impact.copy.text')}
            value={text}
            InputProps={{ readOnly: true }}
            onFocus={event => event.target.select()}
          />
        </div>
      )}
    </>
  );
}
