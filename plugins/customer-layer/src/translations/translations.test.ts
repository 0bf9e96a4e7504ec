import { customerLayerTranslationRef } from '../translation';
import { translations } from '.';

type Messages = Record<string, string>;

// Backstage keeps these to itself, and reads them in the same way.
const english = (
  customerLayerTranslationRef as unknown as {
    getDefaultMessages(): Messages;
  }
).getDefaultMessages();

const PLURAL = /_(zero|one|two|few|many|other)$/;
const isPlural = (key: string) => PLURAL.test(key);
const stemOf = (key: string) => key.replace(PLURAL, '');

/** The keys that a language needs: for what is counted, one for each form that it has. */
function keysFor(language: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const keys = Object.keys(english);
  return [
    ...keys.filter(key => !isPlural(key)),
    ...[...new Set(keys.filter(isPlural).map(stemOf))].flatMap(stem =>
      pluralCategories.map(category => `${stem}_${category}`),
    ),
  ].sort();
}

const placeholdersIn = (text: string) =>
  [...new Set(text.match(/\{\{.*?\}\}/g))].sort();

/** What is filled into a text; forms that English lacks are like its `other`. */
const placeholdersFor = (key: string) =>
  placeholdersIn(english[key] ?? english[`${stemOf(key)}_other`] ?? '');

describe.each(Object.entries(translations))('%s', (language, load) => {
  let messages: Messages;

  beforeAll(async () => {
    messages = (await load()).default;
  });

  it('has every text, each in all its plural forms, and no other', () => {
    expect(Object.keys(messages).sort()).toEqual(keysFor(language));
  });

  it('has nothing empty', () => {
    expect(Object.keys(messages).filter(key => !messages[key].trim())).toEqual(
      [],
    );
  });

  it('takes in each text what English takes', () => {
    const keys = Object.keys(messages);
    expect(
      Object.fromEntries(keys.map(key => [key, placeholdersIn(messages[key])])),
    ).toEqual(Object.fromEntries(keys.map(key => [key, placeholdersFor(key)])));
  });
});
