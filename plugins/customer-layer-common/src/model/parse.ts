import { stringifyEntityRef } from '@backstage/catalog-model';
import { AnnotationFormat } from './annotations';
import { readEntityRef } from './entityRef';
import { isFullUrl } from './url';

/** Where a text stands that is being read. */
export type ReadingContext = {
  /** What refs without a namespace get. */
  namespace: string;
  /** Called for each part that can't be read; reading goes on. */
  report(problem: {
    code: 'unreadable' | 'kind-not-allowed';
    value: string;
    message: string;
  }): void;
};

type RefFormat = Extract<AnnotationFormat, { type: 'ref' | 'refs' }>;
type UrlFormat = Extract<AnnotationFormat, { type: 'url' | 'urls' }>;

/** The items of a list: what stands between commas and line breaks. */
export const splitList = (text: string): string[] =>
  text
    .split(/[,\r\n]/)
    .map(item => item.trim())
    .filter(Boolean);

function readRef(
  text: string,
  format: RefFormat,
  { namespace, report }: ReadingContext,
): string | undefined {
  const read = readEntityRef(text, {
    defaultKind: format.defaultKind,
    defaultNamespace: namespace,
  });
  if ('fault' in read) {
    report({
      code: 'unreadable',
      value: text,
      message: `"${text}" is not an entity ref: ${read.fault}. Write [kind:][namespace/]name, for example ${format.allowedKinds[0]}:${namespace}/some-name, and separate several with commas`,
    });
    return undefined;
  }
  const { ref } = read;
  if (!format.allowedKinds.includes(ref.kind.toLocaleLowerCase('en-US'))) {
    report({
      code: 'kind-not-allowed',
      value: text,
      message: `"${text}" is of kind ${
        ref.kind
      }, and only ${format.allowedKinds.join(', ')} can stand here`,
    });
    return undefined;
  }
  return stringifyEntityRef(ref);
}

function readRefs(
  text: string,
  format: RefFormat,
  context: ReadingContext,
): string[] | undefined {
  if (text.toLocaleLowerCase('en-US') === 'none') {
    return [];
  }
  const refs = new Set<string>();
  for (const item of splitList(text)) {
    if (item.toLocaleLowerCase('en-US') === 'none') {
      context.report({
        code: 'unreadable',
        value: text,
        message: `"${item}" stands beside other refs, but it means that there are none. Remove it, or let it stand alone`,
      });
      continue;
    }
    const ref = readRef(item, format, context);
    if (ref) {
      refs.add(ref);
    }
  }
  return refs.size ? [...refs] : undefined;
}

function readUrl(
  text: string,
  format: UrlFormat,
  { report }: ReadingContext,
): string | undefined {
  if (isFullUrl(text, format.protocols)) {
    return text;
  }
  report({
    code: 'unreadable',
    value: text,
    message: `"${text}" is not a full URL. Write one that begins with ${format.protocols
      .map(p => (p === 'mailto:' ? p : `${p}//`))
      .join(' or ')}`,
  });
  return undefined;
}

function readDate(text: string, { report }: ReadingContext) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? Date.parse(`${text}T00:00:00Z`)
    : NaN;
  // The round trip refuses what Date would silently move on, as in 2026-02-30.
  if (
    !Number.isNaN(time) &&
    new Date(time).toISOString().slice(0, 10) === text
  ) {
    return text;
  }
  report({
    code: 'unreadable',
    value: text,
    message: `"${text}" is not a date. Write year, month and day, as in 2026-04-30`,
  });
  return undefined;
}

function readChoice(
  text: string,
  values: readonly string[],
  { report }: ReadingContext,
) {
  const value = text.toLocaleLowerCase('en-US');
  if (values.includes(value)) {
    return value;
  }
  report({
    code: 'unreadable',
    value: text,
    message: `"${text}" is not one of ${values.join(', ')}`,
  });
  return undefined;
}

/** Reads one value; what can't be read is reported and left out. */
export function readValue(
  raw: unknown,
  format: AnnotationFormat,
  context: ReadingContext,
): string | string[] | undefined {
  if (typeof raw !== 'string' || !raw.trim()) {
    context.report({
      code: 'unreadable',
      value: typeof raw === 'string' ? raw : JSON.stringify(raw),
      message:
        typeof raw === 'string'
          ? 'the value is empty. Write one, or remove the annotation'
          : `${JSON.stringify(raw)} is not a text. Put it in quotes`,
    });
    return undefined;
  }
  const text = raw.trim();
  switch (format.type) {
    case 'refs':
      return readRefs(text, format, context);
    case 'ref':
      return readRef(text, format, context);
    case 'choice':
      return readChoice(text, format.values, context);
    case 'url':
      return readUrl(text, format, context);
    case 'urls': {
      const urls = splitList(text).flatMap(
        item => readUrl(item, format, context) ?? [],
      );
      return urls.length ? [...new Set(urls)] : undefined;
    }
    case 'date':
      return readDate(text, context);
    case 'text':
      return text;
    default:
      throw new Error(`Unknown format ${JSON.stringify(format)}`);
  }
}
