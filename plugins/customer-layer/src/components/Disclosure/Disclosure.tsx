import Button from '@material-ui/core/Button';
import Collapse from '@material-ui/core/Collapse';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { ReactNode, useId, useState } from 'react';

const useStyles = makeStyles(
  theme => ({
    button: {
      minWidth: 0,
      padding: theme.spacing(0.25, 0.5),
      marginLeft: theme.spacing(-0.5),
      textTransform: 'none',
      fontSize: theme.typography.caption.fontSize,
      lineHeight: theme.typography.caption.lineHeight,
    },
    icon: {
      marginLeft: 0,
    },
    arrow: {
      transition: theme.transitions.create('transform'),
    },
    open: {
      transform: 'rotate(180deg)',
    },
  }),
  { name: 'CustomerLayerDisclosure' },
);

/** Props of {@link Disclosure}. */
export type DisclosureProps = {
  /** What the button says. */
  label: string;
  /** What it is about, for those who can't see what it stands beside. */
  subject?: string;
  children: ReactNode;
};

/** Something that is folded away behind a button. */
export function Disclosure(props: DisclosureProps) {
  const { label, subject, children } = props;
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Button
        className={classes.button}
        classes={{ endIcon: classes.icon }}
        size="small"
        color="primary"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={subject && `${label}: ${subject}`}
        onClick={() => setOpen(!open)}
        endIcon={
          <ExpandMore
            className={
              open ? `${classes.arrow} ${classes.open}` : classes.arrow
            }
            aria-hidden
          />
        }
      >
        {label}
      </Button>
      <Collapse in={open} mountOnEnter unmountOnExit>
        <div id={id}>{children}</div>
      </Collapse>
    </div>
  );
}
