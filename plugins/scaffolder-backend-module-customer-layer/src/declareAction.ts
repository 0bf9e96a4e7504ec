import { readFile, writeFile } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  ANNOTATIONS,
  DECLARATION_KEYS,
  DeclarationKey,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { annotate } from './annotate';

const EXAMPLE = `steps:
  - id: declare
    name: Say who it is for
    action: customer-layer:declare
    input:
      declarations:
        economicCustomers: \${{ parameters.customers }}
        operationsTeam: [\${{ parameters.operationsTeam }}]
        operatingModel: paas
`;

/**
 * Creates the action `customer-layer:declare`: it writes declarations of the customer layer into a `catalog-info.yaml` of
 * the workspace, and leaves all else in the file as it is.
 */
export const createDeclareAction = () =>
  createTemplateAction({
    id: 'customer-layer:declare',
    description:
      'Writes customers, operations team and other declarations of the customer layer into a catalog-info.yaml',
    supportsDryRun: true,
    examples: [{ description: 'Who a new service is for', example: EXAMPLE }],
    schema: {
      input: {
        path: z =>
          z
            .string()
            .optional()
            .describe('The file in the workspace; catalog-info.yaml if absent'),
        entityRef: z =>
          z
            .string()
            .optional()
            .describe(
              'Which entity of the file; needed where it holds several',
            ),
        declarations: z =>
          z
            .object(
              Object.fromEntries(
                DECLARATION_KEYS.map(key => [
                  key,
                  z
                    .union([z.string(), z.array(z.string())])
                    .optional()
                    .describe(ANNOTATIONS[key].description),
                ]),
              ),
            )
            .strict()
            .describe(
              'What to declare: lists as arrays or texts; what is absent or empty stays as it is in the file',
            ),
      },
      output: {
        entityRef: z => z.string().describe('The entity that declares it'),
        changed: z => z.boolean().describe('Whether the file changed'),
      },
    },
    async handler(ctx) {
      const file = ctx.input.path ?? 'catalog-info.yaml';
      const path = resolveSafeChildPath(ctx.workspacePath, file);
      const before = await readFile(path, 'utf8').catch(() => {
        throw new InputError(
          `The workspace has no readable file "${file}". Put this step after the one that fetches it, or correct "path"`,
        );
      });
      const { text, entityRef } = annotate(before, {
        file,
        entityRef: ctx.input.entityRef,
        annotations: annotationsOf(ctx.input.declarations),
      });
      const changed = text !== before;
      if (changed) {
        await writeFile(path, text);
      }
      ctx.logger.info(
        changed
          ? `Wrote what ${entityRef} declares into ${file}`
          : `${file} says already what ${entityRef} declares`,
      );
      ctx.output('entityRef', entityRef);
      ctx.output('changed', changed);
    },
  });

function annotationsOf(
  declarations: Readonly<Record<string, string | string[] | undefined>>,
): Map<DeclarationKey, string> {
  const annotations = new Map<DeclarationKey, string>();
  for (const key of DECLARATION_KEYS) {
    const text = [declarations[key] ?? []].flat().join(', ').trim();
    if (text) {
      annotations.set(key, text);
    }
  }
  return annotations;
}
