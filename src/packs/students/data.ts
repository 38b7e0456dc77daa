import { z } from 'zod';
import { PackError } from '../../core/errors.ts';
import type { PackData } from '../pack.ts';

const byLevel = z.strictObject({ high: z.number(), medium: z.number(), developing: z.number() });
const moments = z.array(z.number()).min(1).max(2);

const feature = z.strictObject({
  high: moments,
  medium: moments,
  developing: moments,
  grade: z.number().optional(),
  range: z.tuple([z.number(), z.number()]),
  sign: z.literal(-1).optional(),
});

const kinds = z.strictObject({ primary: z.number(), other: z.number() });

const facts = z.strictObject({
  facts: z.string(),
  utterances: z.number().int().min(1),
  skill_correlation: z.number().min(0).max(1),
  scores: z.strictObject({
    primary: byLevel,
    other: byLevel,
    grade: z.number(),
    student_sd: kinds,
    own_sd: kinds,
    range: z.tuple([z.number(), z.number()]),
  }),
  behaviour_loading: z.number().min(0).max(1),
  behaviour: z.record(z.string(), feature),
  lift: z.looseObject({ a: byLevel }).catchall(z.record(z.string(), z.number())),
  retry: z.strictObject({ skill: z.string(), base: z.number(), factor: z.number() }),
});

export type Facts = z.infer<typeof facts>;
export type BehaviourFacts = z.infer<typeof feature>;

/** The pack's numbers, checked. */
export function readFacts(data: PackData): Facts {
  const result = facts.safeParse(data.facts);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new PackError('pack-data', `${issue?.path.join('.')}: ${issue?.message}`, {
    at: 'templates/students/facts.yaml',
    hint: 'mend the table',
  });
}
