import { ConfigReader } from '@backstage/config';
import {
  AUDIT_RULES,
  DEFAULT_AUDIT_SETTINGS,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { readAuditConfig } from './readAuditConfig';

const DAY = 86_400_000;

const read = (audit?: object) =>
  readAuditConfig(
    new ConfigReader(audit ? { customerLayer: { audit } } : undefined),
    AUDIT_RULES,
  );

describe('readAuditConfig', () => {
  it('needs no configuration', () => {
    expect(read()).toEqual({
      settings: DEFAULT_AUDIT_SETTINGS,
      schedule: {
        frequency: { hours: 6 },
        timeout: { minutes: 30 },
        initialDelay: { minutes: 1 },
        scope: 'global',
      },
      retention: { findings: 90 * DAY, runs: 400 * DAY },
      exemptionDays: 180,
      fourEyes: true,
      anyoneConfirms: false,
      annotationsAreEvidence: true,
    });
  });

  it('reads what is configured, as text as well where environments are put in', () => {
    expect(
      read({
        rules: { 'team-staffed': { minimumMembers: 5, weight: 2 } },
        weights: { warning: 0.5 },
        schedule: { frequency: { cron: '0 3 * * *' }, timeout: 'PT1H' },
        retention: { findings: 'P30D', runs: { days: 60 } },
        exemptions: { maximumDays: 30, fourEyes: 'false' },
        confirmations: { anyone: true },
        notifications: { enabled: false },
        evidence: { annotations: false },
      }),
    ).toMatchObject({
      settings: {
        rules: { 'team-staffed': { weight: 2 } },
        weights: { error: 3, warning: 0.5 },
        readiness: { minimumMembers: 5 },
      },
      schedule: {
        frequency: { cron: '0 3 * * *' },
        timeout: { hours: 1 },
        scope: 'global',
      },
      retention: { findings: 30 * DAY, runs: 60 * DAY },
      exemptionDays: 30,
      fourEyes: false,
      anyoneConfirms: true,
      notifies: false,
      annotationsAreEvidence: false,
    });
  });

  it.each([
    [
      { exemption: {} },
      'customerLayer.audit.exemption is not known. Correct it in app-config, or remove it: known are exemptions',
    ],
    [
      { rules: { 'team-happy': {} } },
      /Correct it in app-config: customerLayer.audit.rules: .*"team-happy"/,
    ],
    [
      { rules: { consumable: { severity: 'fatal' } } },
      'customerLayer.audit.rules.consumable.severity: must be one of error, warning',
    ],
    [
      { rules: { consumable: { withinDays: 3 } } },
      /customerLayer.audit.rules.consumable: .*"withinDays"/,
    ],
    [
      { rules: { 'team-trained': { withinDays: 0 } } },
      'customerLayer.audit.rules.team-trained.withinDays: must be at least one day',
    ],
    [
      { weights: { error: -1 } },
      'customerLayer.audit.weights.error: must not be negative',
    ],
    [
      { schedule: { frequency: { hours: 6 } } },
      /^customerLayer.audit.schedule can't be read: .*timeout.* Write a frequency and a timeout, as in/,
    ],
    [
      { schedule: { frequency: 'often', timeout: 'PT1M' } },
      /^customerLayer.audit.schedule can't be read: .*often/,
    ],
    [
      { retention: { findings: 'long' } },
      /^customerLayer.audit.retention.findings can't be read: .*long.* Write a duration, as in { days: 90 }/,
    ],
    [
      { exemptions: { maximumDays: 1.5 } },
      'customerLayer.audit.exemptions.maximumDays: must be a whole number of days',
    ],
    [
      { exemptions: { fourEyes: 'perhaps' } },
      'customerLayer.audit.exemptions.fourEyes: must be true or false',
    ],
    [
      { confirmations: { everyone: true } },
      /customerLayer.audit.confirmations: .*"everyone"/,
    ],
  ])('refuses %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
