import { z } from 'zod';
import { PackError } from '../../core/errors.ts';
import type { PackData } from '../pack.ts';

const share = z.number().min(0);
const shares = z.record(z.string(), share);
const range = z.tuple([z.number(), z.number()]);

const role = z.strictObject({
  role: z.string(),
  weight: z.number().positive(),
  positions: z.array(z.string()),
  ages: z.array(z.string()).optional(),
  tenures: z.array(z.string()).optional(),
});

const facts = z.strictObject({
  facts: z.string(),
  mix: z.strictObject({ domains: shares, tiers: shares }),
  demographics: z.strictObject({
    department: shares,
    position: shares,
    age: shares,
    gender: shares,
    tenure: shares,
    supervises: shares,
    correlation: z.strictObject({ position: z.number(), tenure: z.number() }),
  }),
  organisations: z.strictObject({ tilt: z.number().min(0) }),
  likert: z.strictObject({
    bands: z.record(z.string(), range),
    floor: shares,
    border: z.strictObject({ points: z.number().min(0), share }),
    category_sd: z.number(),
    item_sd: z.number(),
    categories: z.array(z.strictObject({ name: z.string(), weight: z.number(), items: range })),
    domain_bias: z.record(z.string(), z.array(z.number())),
  }),
  ideation: z.strictObject({ passive: share, nonspecific: share, help_reached: share }),
  help_reached: shares,
  shifts: shares,
  shift_roles: z.array(z.string()),
  roles: z.record(z.string(), z.record(z.string(), z.array(role))),
  incidents: z.record(z.string(), z.array(z.string())),
});

export type Facts = z.infer<typeof facts>;
export type Role = z.infer<typeof role>;

/** An organisation as roster files and user configs describe it. */
export const organisationShape = z.strictObject({
  name: z.string().min(1),
  domain: z.enum(['Healthcare', 'University', 'Business']),
  employees: z.number().int().min(1),
  short: z.array(z.string().min(1)).min(1).optional(),
  culture: z.string().optional(),
  stressors: z.array(z.string()).optional(),
  strengths: z.array(z.string()).optional(),
  phrases: z.array(z.string().min(1)).optional(),
});

export type Organisation = z.infer<typeof organisationShape>;

const rosters = z.looseObject({ reference: z.array(organisationShape), fictional: z.array(organisationShape) });

/** The pack's numbers, checked. */
export function readFacts(data: PackData): Facts {
  return parse(facts, data.facts, 'facts.yaml');
}

/** The organisations of a roster that ships with the pack. */
export function readRoster(data: PackData, roster: 'reference' | 'fictional'): readonly Organisation[] {
  return parse(rosters, data.organisations, 'organisations.yaml')[roster];
}

function parse<T>(shape: z.ZodType<T>, value: unknown, file: string): T {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new PackError('pack-data', `${issue?.path.join('.')}: ${issue?.message}`, {
    at: `templates/workplace/${file}`,
    hint: 'mend the table',
  });
}
