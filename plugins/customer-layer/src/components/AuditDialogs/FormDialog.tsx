import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FormEvent, ReactNode, useId } from 'react';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    fields: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      overflowWrap: 'anywhere',
    },
    // In line with the fields.
    acts: {
      padding: theme.spacing(2, 3),
    },
  }),
  { name: 'CustomerLayerFormDialog' },
);

/** Props of {@link FormDialog}. */
export type FormDialogProps = {
  open: boolean;
  title: string;
  /** What the button says that does it. */
  submit: string;
  busy: boolean;
  /** Why it could not be done. */
  error?: string;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** The frame of a dialog with a form. */
export function FormDialog(props: FormDialogProps) {
  const { open, title, submit, busy, error, children } = props;
  const { onSubmit, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const titleId = useId();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="sm"
    >
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent className={classes.fields}>
          {children}
          {error && (
            <Typography variant="body2" color="error" role="alert">
              {error}
            </Typography>
          )}
        </DialogContent>
        <DialogActions className={classes.acts}>
          <Button onClick={onClose}>{t('audit.dialog.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={busy}
          >
            {submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
