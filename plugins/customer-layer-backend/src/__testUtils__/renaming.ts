import { GuardedCatalog, NAME } from './randomCatalog';

/** Gives hidden entities each other's names: wherever they stand in a value, and in the whole catalog. */
export function renaming({ entities, hidden }: GuardedCatalog): {
  /** Does the same again to what it returned to get back what it was given. */
  rename: <T>(value: T) => T;
  renamed: GuardedCatalog;
} {
  const names = [...hidden].map(ref => ref.split('/')[1]);
  const others = new Map(
    names.map((name, i) => [name, names[names.length - 1 - i]]),
  );
  const rename = <T>(value: T): T =>
    JSON.parse(
      JSON.stringify(value).replace(NAME, name => others.get(name) ?? name),
    );
  return {
    rename,
    renamed: {
      entities: rename(entities),
      hidden: new Set([...hidden].map(ref => rename(ref))),
    },
  };
}
