import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { LightKey } from '../../lib/cakeLight';
import { lightClass, lightStyles } from '../Light';
import { useLit, useOpened, usePointing } from '../Light';

const useStyles = makeStyles(
  theme => ({
    ...lightStyles(theme),
    token: {
      ...theme.typography.body2,
      justifyContent: 'flex-start',
      gap: theme.spacing(0.75),
      maxWidth: '100%',
      minHeight: theme.spacing(3.75),
      padding: theme.spacing(0.375, 1.25),
      border: `1px solid ${theme.palette.grey[500]}`,
      borderRadius: theme.spacing(2),
      backgroundColor: theme.palette.background.paper,
      textAlign: 'left',
      lineHeight: '18px',
      '&:hover': {
        borderColor: theme.palette.primary.main,
      },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
      '&[aria-expanded="true"]': {
        borderColor: theme.palette.primary.main,
        fontWeight: theme.typography.fontWeightBold as number,
      },
    },
    dashed: {
      borderStyle: 'dashed',
    },
  }),
  { name: 'CustomerLayerToken' },
);

/** Props of {@link Token}. */
export type TokenProps = {
  /** What lights up with it. */
  lightKey: LightKey;
  /** The id of what explains it, once that is shown. */
  whyId: string;
  /** Whether somebody else runs it. */
  dashed?: boolean;
  children: ReactNode;
};

/** One thing in the cake: pointing at it lights up its path, pressing it explains it. */
export function Token({ lightKey, whyId, dashed, children }: TokenProps) {
  const classes = useStyles();
  const lit = useLit(lightKey);
  const pointing = usePointing(lightKey);
  const { opened, open } = useOpened();
  const expanded = opened === lightKey;
  return (
    <ButtonBase
      className={[
        classes.token,
        dashed ? classes.dashed : '',
        lightClass(classes, lit),
      ].join(' ')}
      disableRipple
      data-light={lit}
      data-token={lightKey}
      aria-expanded={expanded}
      aria-controls={expanded ? whyId : undefined}
      onClick={() => open(expanded ? undefined : lightKey)}
      {...pointing}
    >
      {children}
    </ButtonBase>
  );
}
