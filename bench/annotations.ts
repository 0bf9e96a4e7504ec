import { Kind } from './CatalogDraft';
import { pick, seededRandom } from './random';
import { Said } from './specs';

const PREFIX = 'customer-layer.io';

/** Mistakes as people make them: each loses only itself. */
const MISTAKES: Array<[string, string]> = [
  ['layer', 'middleware'],
  ['slo', 'ask the team'],
  ['support', '#help-channel'],
  ['confirmed-on', 'last spring'],
  ['operating-model', 'cloud'],
  ['internal-customers', 'everybody in the house'],
];

const join = (refs: string[] | undefined) => refs?.join(', ');

/**
 * Makes the annotations of this suite: the declarations that are relations already, and beside them evidence, mistakes
 * and the rarer words, at random, but always the same for the same entity.
 */
export function createAnnotations(seed: number) {
  return (options: {
    kind: Kind;
    node: number;
    said: Said;
  }): Record<string, string> => {
    const { kind, node, said } = options;
    const random = seededRandom(seed * 1_000_003 + node);
    const chance = (share: number) => random() < share;
    const annotations: Record<string, string> = {};
    const set = (key: string, value: string | undefined) => {
      if (value !== undefined) {
        annotations[`${PREFIX}/${key}`] = value;
      }
    };
    set('economic-customers', join(said.hasEconomicCustomer));
    set('internal-customers', join(said.hasInternalCustomer));
    set('operations-team', join(said.operatedBy));

    const url = (what: string) => `https://${what}.example.com/${node}`;
    switch (kind) {
      case 'Component':
      case 'API':
      case 'System':
        if (chance(0.1)) {
          set('entry-point', url('www'));
          set('support', url('help'));
          set('confirmed-on', `2026-0${1 + (node % 5)}-15`);
        }
        if (!said.hasEconomicCustomer && chance(0.01)) {
          set('economic-customers', 'none');
        }
        if (chance(0.02)) {
          set('inheritance', chance(0.7) ? 'append' : 'none');
        }
        if (chance(0.01)) {
          set(...pick(random, MISTAKES));
        }
        break;
      case 'Resource':
        if (chance(0.3)) {
          set('operating-model', pick(random, ['iaas', 'paas', 'saas']));
          set('provider', pick(random, ['A cloud', 'Another cloud']));
        }
        break;
      case 'Group':
        if (chance(0.3)) {
          set('on-call', url('on-call'));
          set('runbooks', url('runbooks'));
          set('trained-on', '2026-02-01');
          set('operations', 'technical');
        }
        break;
      default:
    }
    return annotations;
  };
}
