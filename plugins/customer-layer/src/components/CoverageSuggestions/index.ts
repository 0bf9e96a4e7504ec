export * from './SuggestionsPanel';
