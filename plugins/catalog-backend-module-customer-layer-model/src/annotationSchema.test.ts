import {
  AnnotationDefinition,
  ANNOTATIONS,
  DECLARATION_KEYS,
  readDeclarations,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import Ajv from 'ajv';
import { annotationSchema, readableSchema } from './annotationSchema';

const TEXTS = [
  'team-a',
  'group:default/team-a, user:team_b\n other.team',
  'a:b:c',
  '-a',
  'a b',
  'none',
  'append',
  'data',
  'paas',
  'both',
  'front-stage',
  'https://example.com/a?b=c',
  'https://example.com/a,http://example.com/b',
  'ftp://example.com',
  'mailto:a@example.com',
  '2026-04-30',
  '2026-4-3',
  'next week',
  ' ',
];

const definitions: AnnotationDefinition[] = DECLARATION_KEYS.map(
  key => ANNOTATIONS[key],
);
const ajv = new Ajv();

describe('the schema of an annotation', () => {
  it.each(definitions)('agrees with the reader on $name', definition => {
    const matches = ajv.compile(readableSchema(definition.format));

    for (const text of [definition.example, ...TEXTS]) {
      const { problems } = readDeclarations({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'a', annotations: { [definition.name]: text } },
      });
      // What kinds a ref may have is not to be seen from its text.
      const read = problems.every(({ code }) => code === 'kind-not-allowed');
      expect([text, matches(text)]).toEqual([text, read]);
    }
  });

  it.each(definitions)('lets anything pass on $name', definition => {
    const matches = ajv.compile(annotationSchema(definition));

    expect(TEXTS.filter(text => !matches(text))).toEqual([]);
  });
});
