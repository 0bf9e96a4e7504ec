export { Light, useLit, useOpened, usePointing } from './Light';
export { LightArea } from './LightArea';
export { lightClass, lightStyles } from './lightStyles';
