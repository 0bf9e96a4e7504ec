import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { FormEvent, ReactNode, useEffect, useId, useRef } from 'react';

const useStyles = makeStyles(
  theme => ({
    // As high at each step, so that the buttons stay where they are.
    paper: {
      minHeight: 'min(560px, calc(100% - 64px))',
    },
    form: {
      display: 'flex',
      flexDirection: 'column',
      flexGrow: 1,
      minHeight: 0,
    },
    title: {
      overflowWrap: 'anywhere',
      '&:focus': {
        outline: 'none',
      },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
      },
    },
    content: {
      overflowWrap: 'anywhere',
      // The label of the first field stands above its line.
      paddingTop: theme.spacing(1),
    },
    acts: {
      flexWrap: 'wrap',
      padding: theme.spacing(2, 3),
    },
  }),
  { name: 'CustomerLayerStepFrame' },
);

/** Props of {@link StepFrame}. */
export type StepFrameProps = {
  title: ReactNode;
  /** Which step it is; when it changes, the focus goes to the title. */
  step: string;
  error?: string;
  acts: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** The frame of a dialog that goes on in steps. */
export function StepFrame(props: StepFrameProps) {
  const { title, step, error, acts, onSubmit, onClose, children } = props;
  const classes = useStyles();
  const id = useId();
  const heading = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) {
      shown.current = step;
      heading.current?.focus();
    }
  }, [step]);
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-step`}
      fullWidth
      maxWidth="md"
      classes={{ paper: classes.paper }}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <DialogTitle disableTypography>
          <div ref={heading} tabIndex={-1} className={classes.title}>
            <Typography id={`${id}-title`} variant="h6" component="h2">
              {title}
            </Typography>
            <Typography id={`${id}-step`} variant="body2" color="textSecondary">
              {step}
            </Typography>
          </div>
        </DialogTitle>
        <DialogContent dividers className={classes.content}>
          {children}
          {error && (
            <Typography variant="body2" color="error" role="alert">
              {error}
            </Typography>
          )}
        </DialogContent>
        <DialogActions className={classes.acts}>{acts}</DialogActions>
      </form>
    </Dialog>
  );
}
