import { readDeclarations } from '@missing-layer/backstage-plugin-customer-layer-common';
import { parse } from 'yaml';
import { shopEntity } from '../__testUtils__/answers';
import { SUGGESTED, annotationSnippet } from './snippets';

describe('annotationSnippet', () => {
  it('names the entity and what to add', () => {
    expect(
      annotationSnippet(shopEntity, { economicCustomers: 'retail-shoppers' }),
    ).toBe(
      [
        'metadata:',
        '  name: web-shop',
        '  annotations:',
        '    customer-layer.io/economic-customers: retail-shoppers',
      ].join('\n'),
    );
  });

  it('says the namespace unless it is the default', () => {
    expect(
      annotationSnippet(
        { metadata: { name: 'web-shop', namespace: 'retail' } },
        SUGGESTED,
      ),
    ).toContain('  name: web-shop\n  namespace: retail\n  annotations:');
  });

  it('suggests what can be read', () => {
    const yaml = parse(annotationSnippet(shopEntity, SUGGESTED));
    const { declarations, problems } = readDeclarations({
      ...shopEntity,
      ...yaml,
    });
    expect(problems).toEqual([]);
    expect(Object.keys(declarations)).toEqual(Object.keys(SUGGESTED));
  });
});
