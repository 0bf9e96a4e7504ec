import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { KeyboardEvent, ReactNode, useEffect, useId, useRef } from 'react';
import { customerLayerTranslationRef } from '../../translation';
import { useOpened } from '../Light';

const useStyles = makeStyles(
  theme => ({
    region: {
      marginTop: theme.spacing(1.5),
      padding: theme.spacing(1.5, 2),
      border: `1px solid ${theme.palette.primary.main}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.default,
      '&:focus': {
        outline: 'none',
      },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
      },
    },
    heading: {
      display: 'flex',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1),
    },
    title: {
      minWidth: 0,
      overflowWrap: 'anywhere',
      fontWeight: theme.typography.fontWeightBold as number,
    },
    close: {
      flexShrink: 0,
      textTransform: 'none',
      '@media print': {
        display: 'none',
      },
    },
  }),
  { name: 'CustomerLayerWhyRegion' },
);

/** Props of {@link WhyRegion}. */
export type WhyRegionProps = {
  id: string;
  /** Of what is explained. */
  name: string;
  children: ReactNode;
};

/** Unfolds beneath what it explains and takes the focus; closed, it gives it back. */
export function WhyRegion({ id, name, children }: WhyRegionProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { open } = useOpened();
  const region = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  const titleId = useId();

  useEffect(() => {
    opener.current = document.activeElement;
    region.current?.focus({ preventScroll: true });
    region.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);

  const close = () => {
    open(undefined);
    if (opener.current instanceof HTMLElement) {
      opener.current.focus();
    }
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it, as a button in it does
    <section
      ref={region}
      id={id}
      className={classes.region}
      tabIndex={-1}
      aria-labelledby={titleId}
      onKeyDown={onEscape}
    >
      <div className={classes.heading}>
        <Typography
          id={titleId}
          className={classes.title}
          variant="body2"
          component="h5"
        >
          {t('cake.why.region', { name })}
        </Typography>
        <Button
          className={classes.close}
          size="small"
          color="primary"
          onClick={close}
        >
          {t('cake.why.close')}
        </Button>
      </div>
      {children}
    </section>
  );
}
