import { ExportFormat } from '@missing-layer/backstage-plugin-customer-layer-common';

const EXTENSIONS: Record<ExportFormat, string> = {
  csv: 'csv',
  json: 'json',
  junit: 'xml',
  sarif: 'sarif',
};

/** The name of a file of exported findings. */
export const exportName = (format: ExportFormat, day: string): string =>
  `customer-audit-${day}.${EXTENSIONS[format]}`;

/** Has the browser save something as a file. */
export function saveAs(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
