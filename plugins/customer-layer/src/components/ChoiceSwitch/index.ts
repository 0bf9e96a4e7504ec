export * from './ChoiceSwitch';
