import { mapValues } from 'lodash';

// What a catalog replaces by the text of another file; the audit has no use for any of that.
const PLACEHOLDER = /^\$(text|json|yaml|openapi|asyncapi|graphql|grpc)$/;

/** A document with the name of the other file in place of what a catalog would read from it. */
export function withoutPlaceholders(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutPlaceholders);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const [key, ...others] = Object.keys(value);
  return key !== undefined && !others.length && PLACEHOLDER.test(key)
    ? String(Object.values(value)[0])
    : mapValues(value, withoutPlaceholders);
}
