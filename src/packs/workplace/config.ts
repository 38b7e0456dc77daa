import { z } from 'zod';
import { UsageError } from '../../core/errors.ts';
import { nearHint } from '../../core/nearest-name.ts';
import type { PackConfig, PackData } from '../pack.ts';
import { DOMAINS, TIERS } from './columns.ts';
import { type Organisation, organisationShape, readFacts, readRoster } from './data.ts';

/** Settings of the workplace pack, complete. */
export interface WorkplaceConfig extends PackConfig {
  readonly tiers: Readonly<Record<string, number>>;
  readonly domains: Readonly<Record<string, number>>;
  readonly roster: 'reference' | 'fictional';
  readonly organisations: readonly Organisation[];
  readonly ideation: boolean;
  /** Last possible day of an answer, YYYY-MM-DD. */
  readonly until: string;
  readonly splitBy: 'family_id' | 'organization_name';
}

const LAST_DAY = '2026-06-30';
const TOLERANCE = 1e-6;

const shape = z.strictObject({
  tiers: z.union([z.record(z.string(), z.number()), z.array(z.string())]).optional(),
  domains: z.union([z.record(z.string(), z.number()), z.array(z.string())]).optional(),
  roster: z.string().optional(),
  organisations: z.array(organisationShape).min(1).optional(),
  ideation: z.boolean().optional(),
  until: z.string().optional(),
  splitBy: z.string().optional(),
});

/** JSON schema of the settings, for the published config schema. */
export const OPTIONS = {
  tiers: {
    description: 'Weights of the risk tiers, summing to 1, or a list of the tiers wanted in their default proportions.',
    anyOf: [
      { type: 'object', propertyNames: { enum: TIERS }, additionalProperties: { type: 'number', minimum: 0 } },
      { type: 'array', items: { enum: TIERS }, minItems: 1 },
    ],
  },
  domains: {
    description: 'Weights of the domains, summing to 1, or a list of the domains wanted in their default proportions.',
    anyOf: [
      { type: 'object', propertyNames: { enum: DOMAINS }, additionalProperties: { type: 'number', minimum: 0 } },
      { type: 'array', items: { enum: DOMAINS }, minItems: 1 },
    ],
  },
  roster: {
    enum: ['reference', 'fictional'],
    default: 'reference',
    description: "Organisation names: the reference design's, or invented ones.",
  },
  organisations: {
    type: 'array',
    description: 'Your own organisations instead of a roster.',
    items: {
      type: 'object',
      required: ['name', 'domain', 'employees'],
      additionalProperties: false,
      properties: {
        name: { type: 'string' },
        domain: { enum: DOMAINS },
        employees: { type: 'integer', minimum: 1 },
        short: { type: 'array', items: { type: 'string' }, description: 'What people call it.' },
        culture: { type: 'string' },
        stressors: { type: 'array', items: { type: 'string' } },
        strengths: { type: 'array', items: { type: 'string' } },
        phrases: { type: 'array', items: { type: 'string' }, description: 'Its own words, as noun groups.' },
      },
    },
  },
  ideation: {
    type: 'boolean',
    default: true,
    description: 'Whether Crisis texts may hold a wish not to be here (never more).',
  },
  until: {
    type: 'string',
    format: 'date',
    default: LAST_DAY,
    description: 'Last possible day of an answer; the first is a year before.',
  },
  splitBy: {
    enum: ['family_id', 'organization_name'],
    default: 'family_id',
    description: 'What may not be split apart.',
  },
} as const;

/** Checks a config and fills in what it leaves out. */
export function parseWorkplaceConfig(raw: PackConfig, data: PackData): WorkplaceConfig {
  const result = shape.safeParse(raw);
  if (!result.success) {
    const issues = result.error.issues as readonly Issue[];
    // A misspelt key is also a missing one: its name says more.
    throw configError(issues.find(({ keys }) => keys) ?? (issues[0] as Issue), raw);
  }
  const config = result.data;
  const facts = readFacts(data);
  const roster = oneOf('roster', config.roster ?? 'reference', ['reference', 'fictional'] as const);
  const organisations = config.organisations ?? readRoster(data, roster);
  const domains = weights('domains', config.domains, facts.mix.domains, DOMAINS);
  for (const domain of Object.keys(domains))
    if ((domains[domain] as number) > 0 && !organisations.some((organisation) => organisation.domain === domain))
      throw new UsageError('no-organisation', `no organisation is of the domain ${domain}`, {
        at: 'organisations',
        hint: `add one, or give ${domain} the weight 0 under domains`,
      });
  return {
    tiers: weights('tiers', config.tiers, facts.mix.tiers, TIERS),
    domains,
    roster,
    organisations,
    ideation: config.ideation ?? true,
    until: day(config.until ?? LAST_DAY),
    splitBy: oneOf('splitBy', config.splitBy ?? 'family_id', ['family_id', 'organization_name'] as const),
  };
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
}

function configError(issue: Issue, raw: PackConfig): UsageError {
  const path = issue.path.map(String).join('.');
  const key = issue.keys?.[0];
  if (key !== undefined) {
    const known = Object.keys(path === '' ? shape.shape : organisationShape.shape);
    const at = path === '' ? key : `${path}.${key}`;
    return new UsageError('unknown-setting', `unknown setting '${key}'`, { at, hint: nearHint(key, known) });
  }
  const value = issue.path.reduce<unknown>(
    (table, step) => (table as Record<PropertyKey, unknown> | undefined)?.[step],
    raw,
  );
  const given = value === undefined ? 'is missing' : JSON.stringify(value);
  if (issue.values)
    return new UsageError('unknown-value', `${path} ${given} is not known`, {
      at: path,
      hint: nearHint(String(value), issue.values.map(String)),
    });
  if (issue.code === 'invalid_union')
    return new UsageError('config', `${path} ${given} is neither a list of names nor a table of weights`, {
      at: path,
      hint: `for instance ${path}: [${EXAMPLES[path]}]`,
    });
  const expected = issue.message.replace(/^Invalid input: |^Too (small|big): /, '').replace(/, received.*$/, '');
  return new UsageError('config', `${path} ${given}${value === undefined ? '' : ' is not valid'}: ${expected}`, {
    at: path,
    hint: 'schemas/config.schema.json lists what each setting takes',
  });
}

const EXAMPLES: Readonly<Record<string, string>> = { tiers: 'Crisis, Safe', domains: 'Healthcare, Business' };

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((entry) => entry === value);
  if (found) return found;
  throw new UsageError('unknown-value', `${name} '${value}' is not known`, {
    at: name,
    hint: nearHint(value, allowed),
  });
}

/** Weights as given, or the default proportions of the names given, which then sum to 1. */
function weights(
  name: string,
  given: Readonly<Record<string, number>> | readonly string[] | undefined,
  defaults: Readonly<Record<string, number>>,
  known: readonly string[],
): Readonly<Record<string, number>> {
  if (!given) return Object.fromEntries(known.map((entry) => [entry, defaults[entry] ?? 0]));
  const names = Array.isArray(given) ? (given as readonly string[]) : Object.keys(given);
  for (const entry of names) oneOf(name, entry, known);
  if (Array.isArray(given)) {
    const sum = known.reduce((total, entry) => total + (names.includes(entry) ? (defaults[entry] as number) : 0), 0);
    if (sum <= 0)
      throw new UsageError('weights', `${name} names nothing`, {
        at: name,
        hint: `name at least one of: ${known.join(', ')}`,
      });
    return Object.fromEntries(
      known.map((entry) => [entry, names.includes(entry) ? (defaults[entry] as number) / sum : 0]),
    );
  }
  const table = given as Readonly<Record<string, number>>;
  for (const [entry, weight] of Object.entries(table))
    if (weight < 0)
      throw new UsageError('weights', `the weight of ${entry} is ${weight}`, {
        at: `${name}.${entry}`,
        hint: 'weights are 0 or more',
      });
  const sum = Object.values(table).reduce((a, b) => a + b, 0);
  if (Math.abs(sum - 1) > TOLERANCE)
    throw new UsageError('weights', `the weights of ${name} sum to ${Number(sum.toFixed(6))}, not 1`, {
      at: name,
      hint: 'scale them, or name the ones wanted as a list to keep the default proportions',
    });
  return Object.fromEntries(known.map((entry) => [entry, table[entry] ?? 0]));
}

function day(text: string): string {
  if (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text)
  )
    return text;
  throw new UsageError('date', `until '${text}' is not a day`, { at: 'until', hint: 'write it as YYYY-MM-DD' });
}
