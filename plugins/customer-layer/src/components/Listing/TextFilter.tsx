import TextField from '@material-ui/core/TextField';
import { useEffect, useId, useState } from 'react';

const PAUSE_MS = 300;

/** Props of {@link TextFilter}. */
export type TextFilterProps = {
  label: string;
  text: string;
  onChange: (text: string) => void;
};

/** A filter by a text, which takes effect once one pauses in writing it. */
export function TextFilter({ label, text, onChange }: TextFilterProps) {
  const [draft, setDraft] = useState({ text, of: text });
  const id = useId();
  // Another text from outside takes the place of what was being written.
  const shown = draft.of === text ? draft.text : text;
  useEffect(() => {
    if (shown === text) {
      return undefined;
    }
    const timer = setTimeout(() => onChange(shown), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [shown, text, onChange]);
  return (
    <TextField
      id={id}
      fullWidth
      size="small"
      variant="outlined"
      label={label}
      InputLabelProps={{ shrink: true }}
      value={shown}
      onChange={event => setDraft({ text: event.target.value, of: text })}
    />
  );
}
