import { z } from 'zod';
import { UsageError } from '../../core/errors.ts';
import { nearHint } from '../../core/nearest-name.ts';
import type { PackConfig } from '../pack.ts';
import { GRADES, LEVELS, type Level, SKILLS, type Skill } from './skills.ts';

/** Settings of the students pack, complete. */
export interface StudentsConfig extends PackConfig {
  readonly skills: readonly Skill[];
  readonly levels: readonly Level[];
  readonly grades: readonly number[];
  readonly balanced: boolean;
}

const list = (values: readonly (string | number)[], description: string) => ({
  type: 'array',
  items: { enum: values },
  minItems: 1,
  default: values,
  description,
});

/** JSON schema of the settings, for the published config schema. */
export const OPTIONS = {
  skills: list(SKILLS, 'Skills that the utterances are about.'),
  levels: list(LEVELS, 'Levels of skill, in equal shares.'),
  grades: list(GRADES, 'School grades, in equal shares.'),
  balanced: {
    type: 'boolean',
    default: false,
    description: 'Round the count down to whole cells of skill, level and grade (at least one row each).',
  },
} as const;

/** A list, or the one thing that it would hold. */
const listed = z.union([z.array(z.unknown()), z.union([z.string(), z.number()]).transform((one): unknown[] => [one])]);

const shape = z.strictObject({
  skills: listed.optional(),
  levels: listed.optional(),
  grades: listed.optional(),
  balanced: z.boolean().optional(),
});

/** Checks a config and fills in what it leaves out. */
export function parseStudentsConfig(raw: PackConfig): StudentsConfig {
  const result = shape.safeParse(raw);
  if (!result.success) {
    const issue = result.error.issues[0] as { readonly path: readonly PropertyKey[] };
    const at = issue.path.map(String).join('.');
    const what = at === 'balanced' ? 'true or false' : 'a list of names';
    throw new UsageError('config', `${at} ${JSON.stringify(raw[at])} is not ${what}`, {
      at,
      hint: 'schemas/config.schema.json lists what each setting takes',
    });
  }
  const { skills, levels, grades, balanced } = result.data;
  return {
    skills: chosen('skills', skills, SKILLS),
    levels: chosen('levels', levels, LEVELS),
    grades: chosen('grades', grades?.map(toNumber), GRADES),
    balanced: balanced ?? false,
  };
}

/** The rows of a run: as many as asked for, or whole cells. */
export function rowsOf({ skills, levels, grades, balanced }: StudentsConfig, count: number): number {
  if (!balanced) return count;
  const cells = skills.length * levels.length * grades.length;
  return Math.max(1, Math.floor(count / cells)) * cells;
}

function chosen<T extends string | number>(
  name: string,
  given: readonly unknown[] | undefined,
  known: readonly T[],
): readonly T[] {
  if (!given) return known;
  for (const entry of given)
    if (!known.some((value) => value === entry))
      throw new UsageError('unknown-value', `${name} ${JSON.stringify(entry)} is not known`, {
        at: name,
        hint:
          typeof entry === 'number' ? `use any of: ${known.join(', ')}` : nearHint(String(entry), known.map(String)),
      });
  if (given.length === 0)
    throw new UsageError('config', `${name} names nothing`, {
      at: name,
      hint: `name at least one of: ${known.join(', ')}`,
    });
  return known.filter((value) => given.includes(value));
}

function toNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}
