import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { AuditRule } from '@missing-layer/backstage-plugin-customer-layer-common';
import {
  customerLayerAuditExtensionPoint,
  EvidenceSource,
} from '@missing-layer/backstage-plugin-customer-layer-node';

const promisesServiceLevel: AuditRule = {
  id: 'promises-service-level',
  title: 'Promises a service level',
  why: 'Those who depend on it most must know what to expect.',
  severity: 'error',
  kinds: ['component', 'api', 'system'],
  fix: () => ({
    text: 'Agree with the customers on what it promises, and write down where that is.',
    yaml: 'customer-layer.io/slo: https://slo.example.com/shop',
  }),
  check({ layers }) {
    if (!layers.customers.some(({ tier }) => tier === 1)) {
      return { state: 'skipped', message: 'It has no customer of tier 1' };
    }
    const { slo } = layers.delivery;
    return slo
      ? { state: 'pass', message: 'It promises one', evidence: [{ text: slo }] }
      : { state: 'fail', message: 'It promises none' };
  },
};

const trainingRegister = (url: string): EvidenceSource => ({
  id: 'training-register',
  async gather({ teamRefs, signal }) {
    const response = await fetch(url, { signal });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const lastTraining: Record<string, string> = await response.json();
    return new Map(
      teamRefs
        .filter(teamRef => lastTraining[teamRef])
        .map(teamRef => [
          teamRef,
          { team: { trainedOn: lastTraining[teamRef] } },
        ]),
    );
  },
});

export default createBackendModule({
  pluginId: 'customer-layer',
  moduleId: 'training-register',
  register(env) {
    env.registerInit({
      deps: {
        audit: customerLayerAuditExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ audit, config }) {
        audit.addRule(promisesServiceLevel);
        audit.addEvidenceSource(
          trainingRegister(config.getString('trainingRegister.url')),
        );
      },
    });
  },
});
