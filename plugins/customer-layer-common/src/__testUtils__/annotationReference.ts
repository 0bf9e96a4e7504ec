import {
  AnnotationDefinition,
  ANNOTATIONS,
  DECLARATION_KEYS,
} from '../model/annotations';

const others = ([, ...more]: readonly string[]) =>
  more.length ? `, also ${more.join(' or ')}` : '';

function valueOf({ format }: AnnotationDefinition): string {
  switch (format.type) {
    case 'refs':
      return `entity refs or \`none\`; default kind ${
        format.defaultKind
      }${others(format.allowedKinds)}`;
    case 'ref':
      return `an entity ref; default kind ${format.defaultKind}${others(
        format.allowedKinds,
      )}`;
    case 'choice':
      return `one of ${format.values.map(value => `\`${value}\``).join(', ')}`;
    case 'url':
      return `a URL that begins with ${format.protocols
        .map(protocol => `\`${protocol}\``)
        .join(' or ')}`;
    case 'urls':
      return 'URLs, separated by commas or line breaks';
    case 'date':
      return 'a date as in `2026-04-30`';
    default:
      return 'text';
  }
}

/** The part of docs/annotations.md that is made from the table of annotations. */
export function annotationReference(on: AnnotationDefinition['on']): string {
  return DECLARATION_KEYS.map(key => ANNOTATIONS[key] as AnnotationDefinition)
    .filter(definition => definition.on === on)
    .map(definition =>
      [
        `### ${definition.title}`,
        '',
        definition.description,
        '',
        '```yaml',
        `${definition.name}: '${definition.example}'`,
        '```',
        '',
        `Value: ${valueOf(definition)}.`,
      ].join('\n'),
    )
    .join('\n\n');
}
