export * from './AspectSwitch';
export * from './StepList';
export * from './StepsPanel';
