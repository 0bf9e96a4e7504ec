import { parseArgs, ParseArgsOptionsConfig } from 'node:util';
import { InputError } from '@backstage/errors';
import {
  EXPORT_FORMATS,
  FINDING_STATES,
  FindingState,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** In which form findings are reported. */
export const FORMATS = ['text', ...EXPORT_FORMATS] as const;

/** From which severity on a finding is a reason to fail. */
export const FAIL_ON = ['error', 'warning', 'never'] as const;

/** What to audit, and how. */
export type AuditCommand = {
  patterns: string[];
  format: (typeof FORMATS)[number];
  output?: string;
  states: FindingState[];
  /** All rules where empty. */
  rules: string[];
  failOn: (typeof FAIL_ON)[number];
  exemptions?: string;
  config?: string;
  now: Date;
  portal?: { url: string; token?: string };
};

/** In which form it is told what rules do. */
export const RULES_FORMATS = ['text', 'json'] as const;

/** Which rules to try out, and on what. */
export type RulesCommand = {
  /** Catalog files; none where the portal is asked. */
  patterns: string[];
  /** Files of rules. */
  rules: string[];
  config?: string;
  format: (typeof RULES_FORMATS)[number];
  portal?: { url: string; token?: string };
};

/** What a command line asks for. */
export type Command =
  | { name: 'help'; of: 'audit' | 'rules' }
  | { name: 'version' }
  | { name: 'audit'; options: AuditCommand }
  | { name: 'rules'; options: RulesCommand };

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  output: { type: 'string' },
  state: { type: 'string', multiple: true },
  rule: { type: 'string', multiple: true },
  'fail-on': { type: 'string', default: 'error' },
  exemptions: { type: 'string' },
  config: { type: 'string' },
  now: { type: 'string' },
  portal: { type: 'string' },
  token: { type: 'string' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const;

const RULES_OPTIONS = {
  rules: { type: 'string', multiple: true, default: [] as string[] },
  format: { type: 'string', default: 'text' },
  config: { type: 'string' },
  portal: { type: 'string' },
  token: { type: 'string' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const;

const SEE_HELP = 'See customer-layer audit --help.';

function parse<Options extends ParseArgsOptionsConfig>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    const [sentence] = (error as Error).message.split('. ');
    throw new InputError(`${sentence.replace(/\.$/, '')}. ${SEE_HELP}`);
  }
}

/** The first word that is no option. */
const nameIn = (args: string[]): string | undefined =>
  parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    options: { ...OPTIONS, ...RULES_OPTIONS },
  }).positionals[0];

function oneOf<T extends string>(
  option: string,
  text: string,
  words: readonly T[],
): T {
  const word = words.find(candidate => candidate === text);
  if (!word) {
    throw new InputError(
      `${option} can't be "${text}". Give one of ${words.join(', ')}.`,
    );
  }
  return word;
}

function readTime(text: string): Date {
  const time = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(time.getTime())) {
    throw new InputError(
      `--now can't be "${text}". Give a day or a time in ISO 8601, as in --now 2026-06-30.`,
    );
  }
  return time;
}

function readPortal(url: string): string {
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new InputError(
      `--portal can't be "${url}". Give the URL of the backend, as in --portal https://portal.example.com.`,
    );
  }
  return url.replace(/\/+$/, '');
}

type Environment = Record<string, string | undefined>;

function readPortalOptions(
  { portal, token }: { portal?: string; token?: string },
  env: Environment,
) {
  const secret = token ?? env.CUSTOMER_LAYER_TOKEN;
  return (
    portal !== undefined && {
      portal: { url: readPortal(portal), ...(secret && { token: secret }) },
    }
  );
}

function readRulesCommand(args: string[], env: Environment): Command {
  const { values, positionals } = parse(args, RULES_OPTIONS);
  const [, ...patterns] = positionals;
  if (values.version) {
    return { name: 'version' };
  }
  if (values.help) {
    return { name: 'help', of: 'rules' };
  }
  const { rules, config, format, portal } = values;
  if (!rules.length && config === undefined) {
    throw new InputError(
      'There are no rules to try out. Give a file of rules with --rules, or an app-config.yaml with --config.',
    );
  }
  if (portal !== undefined && patterns.length) {
    throw new InputError(
      `Rules are tried out on the catalog of --portal or on "${patterns[0]}", not on both. Leave out one of them.`,
    );
  }
  return {
    name: 'rules',
    options: {
      patterns,
      rules,
      config,
      format: oneOf('--format', format, RULES_FORMATS),
      ...readPortalOptions(values, env),
    },
  };
}

/**
 * Reads a command line.
 *
 * @throws InputError that quotes what can't be understood
 */
export function readCommand(args: string[], env: Environment): Command {
  if (nameIn(args) === 'rules') {
    return readRulesCommand(args, env);
  }
  const { values, positionals } = parse(args, OPTIONS);
  const [name, ...patterns] = positionals;
  if (values.version) {
    return { name: 'version' };
  }
  if (values.help || name === undefined) {
    return { name: 'help', of: 'audit' };
  }
  if (name !== 'audit') {
    throw new InputError(`There is no command "${name}". ${SEE_HELP}`);
  }
  const { output, exemptions, config, now } = values;
  return {
    name,
    options: {
      patterns,
      format: oneOf('--format', values.format, FORMATS),
      output,
      states:
        values.state?.map(state => oneOf('--state', state, FINDING_STATES)) ??
        FINDING_STATES.filter(state => state !== 'skipped'),
      rules: values.rule ?? [],
      failOn: oneOf('--fail-on', values['fail-on'], FAIL_ON),
      exemptions,
      config,
      now: now === undefined ? new Date() : readTime(now),
      ...readPortalOptions(values, env),
    },
  };
}
