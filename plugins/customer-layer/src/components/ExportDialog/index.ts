export * from './ExportButton';
export * from './ExportDialog';
