export * from './AnswerBoundary';
export { CompactFailure } from './CompactFailure';
