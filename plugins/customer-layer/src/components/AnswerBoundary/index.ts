export * from './AnswerBoundary';
