import { parseArgs } from 'node:util';
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

/** What a command line asks for. */
export type Command =
  | { name: 'help' }
  | { name: 'version' }
  | { name: 'audit'; options: AuditCommand };

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

const SEE_HELP = 'See customer-layer audit --help.';

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const [sentence] = (error as Error).message.split('. ');
    throw new InputError(`${sentence.replace(/\.$/, '')}. ${SEE_HELP}`);
  }
}

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

/**
 * Reads a command line.
 *
 * @throws InputError that quotes what can't be understood
 */
export function readCommand(
  args: string[],
  env: Record<string, string | undefined>,
): Command {
  const { values, positionals } = parse(args);
  const [name, ...patterns] = positionals;
  if (values.version) {
    return { name: 'version' };
  }
  if (values.help || name === undefined) {
    return { name: 'help' };
  }
  if (name !== 'audit') {
    throw new InputError(`There is no command "${name}". ${SEE_HELP}`);
  }
  const { output, exemptions, config, now, portal } = values;
  const token = values.token ?? env.CUSTOMER_LAYER_TOKEN;
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
      ...(portal !== undefined && {
        portal: { url: readPortal(portal), ...(token && { token }) },
      }),
    },
  };
}
