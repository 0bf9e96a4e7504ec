import { Theme } from '@material-ui/core/styles';

/** How things look while something is lit: what belongs to it has a line around it, the others fade. */
export const lightStyles = (theme: Theme) => ({
  fading: {
    // Late enough that nothing flickers under a pointer on its way.
    transition: theme.transitions.create(
      ['border-color', 'box-shadow', 'color'],
      {
        duration: theme.transitions.duration.shortest,
        delay: 80,
      },
    ),
    '@media (prefers-reduced-motion: reduce)': {
      transition: 'none',
    },
  },
  lit: {
    boxShadow: `0 0 0 2px ${theme.palette.primary.main}`,
  },
  // What fades can still be read.
  faded: {
    color: theme.palette.text.secondary,
    borderColor: theme.palette.divider,
  },
});

/** The classes that {@link lightStyles} gives to something. */
export const lightClass = (
  classes: Record<'fading' | 'lit' | 'faded', string>,
  lit: boolean | undefined,
): string => {
  const state = lit ? classes.lit : classes.faded;
  return lit === undefined ? classes.fading : `${classes.fading} ${state}`;
};
