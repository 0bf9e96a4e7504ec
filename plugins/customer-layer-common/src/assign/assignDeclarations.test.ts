import { Entity } from '@backstage/catalog-model';
import { DEFAULT_DERIVATION_RULES } from '../config';
import {
  Assigner,
  assignDeclarations,
  candidatesFor,
  declarationFaults,
  withoutAssigned,
} from './assignDeclarations';
import { DeclarationTexts, readAssigned } from './assignment';

const { deliverableKinds } = DEFAULT_DERIVATION_RULES;

const says = (
  source: Assigner['source'],
  texts: DeclarationTexts,
): Assigner => ({ source, of: () => texts });

const shop = (annotations?: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', ...(annotations && { annotations }) },
  spec: { type: 'service' },
});

const PORTAL = says('portal', {
  economicCustomers: 'shoppers',
  operationsTeam: 'sre',
});
const RULE = says('rule:retail', {
  operationsTeam: 'platform',
  layer: 'application',
});

it('lets the file speak first, then each assigner in turn', () => {
  const entity = shop({
    'customer-layer.io/economic-customers': 'merchants',
    'example.com/kept': 'yes',
  });
  const assigned = assignDeclarations(entity, {
    assigners: [PORTAL, RULE],
    deliverableKinds,
  });
  expect(assigned.metadata.annotations).toEqual({
    'example.com/kept': 'yes',
    'customer-layer.io/economic-customers': 'merchants',
    'customer-layer.io/operations-team': 'sre',
    'customer-layer.io/layer': 'application',
    'customer-layer.io/assigned': 'operations-team=portal; layer=rule:retail',
  });
  expect(readAssigned(assigned)).toEqual({
    operationsTeam: 'portal',
    layer: 'rule:retail',
  });
  expect(withoutAssigned(assigned)).toEqual(entity);
});

it('says who else says something', () => {
  const entity = shop({ 'customer-layer.io/operations-team': 'none' });
  const candidates = candidatesFor(entity, {
    assigners: [PORTAL, RULE],
    deliverableKinds,
  });
  expect(candidates.get('operationsTeam')).toEqual([
    { source: 'file', value: 'none' },
    { source: 'portal', value: 'sre' },
    { source: 'rule:retail', value: 'platform' },
  ]);
});

it('passes over what can not be read, except in the file', () => {
  const assigners = [
    says('alias:tier', { layer: 'attic', operationsTeam: 'a team' }),
    RULE,
  ];
  const assignment = { assigners, deliverableKinds };
  expect(
    assignDeclarations(shop(), assignment).metadata.annotations,
  ).toMatchObject({
    'customer-layer.io/layer': 'application',
    'customer-layer.io/operations-team': 'platform',
  });
  const faulty = shop({ 'customer-layer.io/layer': 'attic' });
  expect(
    assignDeclarations(faulty, assignment).metadata.annotations,
  ).toMatchObject({ 'customer-layer.io/layer': 'attic' });
});

it('does not believe a file that pretends something was assigned', () => {
  const entity = shop({ 'customer-layer.io/assigned': 'layer=rule:retail' });
  expect(
    assignDeclarations(entity, { assigners: [], deliverableKinds }).metadata
      .annotations,
  ).toEqual({});
});

it('assigns to each kind what means something there, and nothing to others', () => {
  const everything = says('rule:all', { layer: 'data', stage: 'back-stage' });
  const of = (kind: string) =>
    readAssigned(
      assignDeclarations(
        { ...shop(), kind },
        { assigners: [everything], deliverableKinds },
      ),
    );
  expect(of('API')).toEqual({ layer: 'rule:all' });
  expect(of('Group')).toEqual({ stage: 'rule:all' });
  expect(of('User')).toEqual({});
});

it.each([
  ['retail, none', ['"none" stands beside']],
  ['retail', []],
  [' ', ['the value is empty']],
])('finds every fault of %j', (text, faults) => {
  expect(declarationFaults('economicCustomers', text, 'default')).toEqual(
    faults.map(fault => expect.stringContaining(fault)),
  );
});
