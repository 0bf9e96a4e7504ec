import { readFileSync } from 'fs';
import { resolve } from 'path';
import { annotationReference } from '../__testUtils__/annotationReference';

it.each(['delivery', 'team'] as const)(
  'is what docs/annotations.md says of a %s',
  on => {
    const page = readFileSync(
      resolve(__dirname, '../../../../docs/annotations.md'),
      'utf8',
    );
    const section = page.match(
      new RegExp(`<!-- begin ${on} -->\n\n([^]*?)\n\n<!-- end ${on} -->`),
    );
    expect(section?.[1]).toBe(annotationReference(on));
  },
);
