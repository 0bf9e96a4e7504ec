export { PersonaSwitch } from './PersonaSwitch';
