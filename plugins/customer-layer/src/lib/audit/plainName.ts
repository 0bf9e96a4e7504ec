/** An entity ref as short as it is still clear: without its kind, and without the default namespace. */
export const plainName = (entityRef: string): string =>
  entityRef.replace(/^[^:]+:(default\/)?/, '');
