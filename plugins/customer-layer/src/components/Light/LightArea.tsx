import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { LightKey } from '../../lib/cakeLight';
import { useLit, usePointing } from './Light';
import { lightClass, lightStyles } from './lightStyles';

const useStyles = makeStyles(
  theme => ({
    ...lightStyles(theme),
    area: {
      borderRadius: theme.shape.borderRadius,
      // The line around it keeps clear of its parts, which stay in line with what is above.
      margin: theme.spacing(-0.75, -1),
      padding: theme.spacing(0.75, 1),
    },
  }),
  { name: 'CustomerLayerLightArea' },
);

/** Something with parts of its own that lights up as a whole, and lights up what belongs to it. */
export function LightArea(props: { lightKey: LightKey; children: ReactNode }) {
  const { lightKey, children } = props;
  const classes = useStyles();
  const lit = useLit(lightKey);
  const pointing = usePointing(lightKey);
  return (
    <div
      className={`${classes.area} ${lightClass(classes, lit)}`}
      data-light={lit}
      {...pointing}
    >
      {children}
    </div>
  );
}
