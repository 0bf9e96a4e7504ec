import { readFile } from 'node:fs/promises';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import scaffolderModule from '.';
import { createDeclareAction } from './declareAction';

const FILE = `# The shop
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: 'shop'   # not the old one
  title: "Shop"
  annotations:
    github.com/project-slug: 'acme/shop'  # moved in May

    customer-layer.io/value: >-
      Sells
      things.
    # last
  tags: [ a,   b ]
spec:
    type: website
    owner:   web
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: web # the web team
spec: { type: team, children: [] }
`;

const workspace = createMockDirectory();

type Action = ReturnType<typeof createDeclareAction>;

/** Runs the action over a file, as the scaffolder does. */
async function declare(
  text: string,
  input: {
    declarations: Record<string, string | string[]>;
    entityRef?: string;
  },
) {
  workspace.setContent({ 'catalog-info.yaml': text });
  const output: Record<string, unknown> = {};
  const action = createDeclareAction();
  await action.handler({
    input: { ...input, path: undefined },
    workspacePath: workspace.path,
    logger: mockServices.logger.mock(),
    output: (name: string, value: unknown) => {
      output[name] = value;
    },
  } as unknown as Parameters<Action['handler']>[0]);
  const path = workspace.resolve('catalog-info.yaml');
  return { text: await readFile(path, 'utf8'), output };
}

const SHOP = 'component:shop';

it('is added to the scaffolder', async () => {
  const addActions = jest.fn();
  await startTestBackend({
    features: [scaffolderModule],
    extensionPoints: [[scaffolderActionsExtensionPoint, { addActions }]],
  });
  expect(addActions).toHaveBeenCalledWith(
    expect.objectContaining({
      id: 'customer-layer:declare',
      supportsDryRun: true,
    }),
  );
});

describe('customer-layer:declare', () => {
  const declarations = {
    economicCustomers: ['customer:default/shoppers', 'merchants'],
    operationsTeam: 'sre',
    value: 'Sells: things',
  };

  it('writes what is declared and leaves all else as it is; a second time nothing', async () => {
    const { text, output } = await declare(FILE, {
      declarations,
      entityRef: SHOP,
    });
    expect(text).toBe(
      FILE.replace(
        '>-\n      Sells\n      things.\n',
        '"Sells: things"\n',
      ).replace(
        '    # last',
        '    customer-layer.io/economic-customers: customer:default/shoppers, merchants\n    customer-layer.io/operations-team: sre\n    # last',
      ),
    );
    expect(output).toEqual({
      entityRef: 'component:default/shop',
      changed: true,
    });
    const again = await declare(text, { declarations, entityRef: SHOP });
    expect(again.text).toBe(text);
    expect(again.output.changed).toBe(false);
  });

  it('adds annotations where there are none, in any document and with any line ends', async () => {
    const { text } = await declare(FILE.replace(/\n/g, '\r\n'), {
      declarations: { stage: 'front-stage', onCall: '', runbooks: [] },
      entityRef: 'group:default/web',
    });
    expect(text).toBe(
      FILE.replace(
        '  name: web # the web team\n',
        '  name: web # the web team\n  annotations:\n    customer-layer.io/stage: front-stage\n',
      ).replace(/\n/g, '\r\n'),
    );
    const empty = await declare(
      'kind: System\nmetadata:\n    name: a\n    annotations: # none yet\nspec: {}',
      { declarations: { layer: 'data', economicCustomers: 'none' } },
    );
    expect(empty.text).toBe(
      'kind: System\nmetadata:\n    name: a\n    annotations: # none yet\n      customer-layer.io/economic-customers: none\n      customer-layer.io/layer: data\nspec: {}',
    );
  });

  it.each([
    [
      'several entities',
      FILE,
      { declarations },
      '"component:default/shop", "group:default/web"',
    ],
    [
      'no such entity',
      FILE,
      { declarations, entityRef: 'api:x' },
      'has 0 entities "api:default/x"',
    ],
    [
      'a value that cannot be read',
      FILE,
      { declarations: { operatingModel: 'cloud' }, entityRef: SHOP },
      'customer-layer.io/operating-model: ',
    ],
    [
      'a team’s declaration on a Component',
      FILE,
      { declarations: { stage: 'front-stage' }, entityRef: SHOP },
      '"stage" can\'t be declared on component:default/shop',
    ],
    [
      'no YAML',
      'kind: A\nb: [',
      { declarations },
      'catalog-info.yaml:2 is not readable',
    ],
    [
      'metadata on one line',
      'kind: System\n\nmetadata: { name: a }',
      { declarations },
      'catalog-info.yaml:1 is written in a way',
    ],
    [
      'annotations on one line',
      'kind: System\nmetadata:\n  name: a\n  annotations: { b: c }',
      { declarations },
      'catalog-info.yaml:4 is written in a way',
    ],
  ])(
    'refuses %s, and leaves the file alone',
    async (_, text, input, message) => {
      await expect(declare(text, input)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(message),
      });
      const path = workspace.resolve('catalog-info.yaml');
      expect(await readFile(path, 'utf8')).toBe(text);
    },
  );
});
