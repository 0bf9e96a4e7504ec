export * from './EntityPicker';
export * from './ModeSwitch';
export * from './Suggestions';
