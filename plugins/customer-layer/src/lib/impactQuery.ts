import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** `failure`: something is down, and who is hit is to be known; `change`: something is going to be touched. */
export const IMPACT_MODES = ['failure', 'change'] as const;

/** One of {@link IMPACT_MODES}; the first one holds where nothing was chosen. */
export type ImpactMode = (typeof IMPACT_MODES)[number];

/** What the impact explorer is asked. */
export type ImpactQuery = {
  /** Full refs in lower case, each once, in the order in which they were picked; a text that is no ref as it is. */
  entityRefs: string[];
  mode: ImpactMode;
};

function normalRef(text: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, { defaultNamespace: DEFAULT_NAMESPACE }),
    );
  } catch {
    // Shown as it is, for the server says what is wrong with it.
    return text;
  }
}

/** Whether a text names an entity with its kind. */
export function isEntityRef(text: string): boolean {
  try {
    return parseEntityRef(text).name !== '';
  } catch {
    return false;
  }
}

/**
 * Reads which entities the address of the page names.
 *
 * @param param - one text, several, or several by number, as addresses write lists
 */
export function readEntityRefs(param: unknown): string[] {
  const given =
    typeof param === 'object' && param !== null
      ? Object.values(param)
      : [param];
  const texts = given.filter(
    (text): text is string => typeof text === 'string' && text.trim() !== '',
  );
  return [...new Set(texts.map(text => normalRef(text.trim())))];
}

/** Writes entities for the address of the page: one as a plain text, none as nothing. */
export const writeEntityRefs = (
  entityRefs: readonly string[],
): string | string[] | undefined =>
  entityRefs.length > 1 ? [...entityRefs] : entityRefs[0];

/** Reads the mode from the address of the page. */
export const readMode = (param: unknown): ImpactMode =>
  IMPACT_MODES.find(mode => mode === param) ?? IMPACT_MODES[0];

/** Writes the mode for the address of the page, unless it goes without saying. */
export const writeMode = (mode: ImpactMode): ImpactMode | undefined =>
  mode === IMPACT_MODES[0] ? undefined : mode;

// Allowed in this part of an address as they are, and much easier to read.
const readable = (ref: string) =>
  encodeURIComponent(ref).replace(/%3A/g, ':').replace(/%2F/g, '/');

/** The part of an address that asks this, to be put behind the path of the page. */
export function impactSearch({ entityRefs, mode }: ImpactQuery): string {
  const params = entityRefs.map(ref => `entity=${readable(ref)}`);
  const chosen = writeMode(mode);
  const all = chosen ? [...params, `mode=${chosen}`] : params;
  return all.length ? `?${all.join('&')}` : '';
}
