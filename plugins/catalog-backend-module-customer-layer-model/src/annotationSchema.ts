import { JsonObject } from '@backstage/types';
import {
  AnnotationDefinition,
  AnnotationFormat,
} from '@missing-layer/backstage-plugin-customer-layer-common';

const KIND = '[a-zA-Z][a-zA-Z0-9]*';
const NAMESPACE = '[a-z0-9]+(-[a-z0-9]+)*';
const NAME = '[a-zA-Z0-9]+([-_.][a-zA-Z0-9]+)*';
const REF = `(${KIND}:)?(${NAMESPACE}/)?${NAME}`;

const listOf = (item: string) => `\\s*${item}(\\s*[,\\r\\n]\\s*${item})*\\s*`;

const urlOf = (protocols: readonly string[], rest: string) => {
  const starts = protocols.map(protocol =>
    protocol === 'mailto:' ? protocol : `${protocol}//`,
  );
  return `(${starts.join('|')})${rest}`;
};

const whole = (pattern: string): JsonObject => ({
  type: 'string',
  pattern: `^(${pattern})$`,
});

/**
 * The JSON schema of the texts that a format reads.
 *
 * @remarks
 *
 * A pattern says how a text looks, not what it means: it knows neither the kinds that a ref may have nor the length
 * of a month. Choices are read in any case and written in lower case.
 */
export function readableSchema(format: AnnotationFormat): JsonObject {
  switch (format.type) {
    case 'refs':
      return whole(listOf(REF));
    case 'ref':
      return whole(`\\s*${REF}\\s*`);
    case 'choice':
      return { type: 'string', enum: [...format.values] };
    case 'url':
      return whole(`\\s*${urlOf(format.protocols, '\\S+')}\\s*`);
    case 'urls':
      return whole(listOf(urlOf(format.protocols, '[^\\s,]+')));
    case 'date':
      return whole('\\s*\\d{4}-\\d{2}-\\d{2}\\s*');
    case 'text':
      return { type: 'string', pattern: '\\S' };
    default:
      throw new Error(`Unknown format ${JSON.stringify(format)}`);
  }
}

/**
 * The JSON schema of an annotation in the catalog model: it says which texts are read, and lets the others pass.
 *
 * @remarks
 *
 * The catalog refuses an entity that does not match the schema. An annotation that can't be read loses only itself,
 * so refusing, where that is wanted, is left to the processor.
 */
export function annotationSchema(definition: AnnotationDefinition): JsonObject {
  return {
    type: 'string',
    examples: [definition.example],
    anyOf: [
      readableSchema(definition.format),
      { type: 'string', description: 'Anything else is reported, not read.' },
    ],
  };
}
