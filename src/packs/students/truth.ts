import { normalAt, type Stream } from '../../core/random.ts';
import type { Facts } from './data.ts';
import { type Level, SKILLS, type Skill } from './skills.ts';

const MIDDLE_GRADE = 5;
const COMMON = 0x300;
const OF_SKILL = 0x301;
const OWN = 0x310;

/** Latent skills of a student, standard normal within a level: one common part, one for each skill. */
export function latentSkills(facts: Facts, student: Stream): readonly number[] {
  const loading = facts.skill_correlation;
  const rest = Math.sqrt(1 - loading * loading);
  const common = normalAt(student, COMMON);
  return SKILLS.map((_, k) => loading * common + rest * normalAt(student, OF_SKILL + k));
}

/** True scores of an utterance, one for each skill: level, grade, the student and what is its own. */
export function trueScores(
  facts: Facts,
  stream: Stream,
  of: { skill: Skill; level: Level; grade: number; latent: readonly number[] },
): number[] {
  const { primary, other, grade, student_sd, own_sd, range } = facts.scores;
  return SKILLS.map((skill, k) => {
    const about = skill === of.skill;
    const kind = about ? 'primary' : 'other';
    const mean = (about ? primary : other)[of.level] + (about ? grade * (of.grade - MIDDLE_GRADE) : 0);
    const score = mean + student_sd[kind] * (of.latent[k] as number) + own_sd[kind] * normalAt(stream, OWN + k);
    return Math.round(Math.min(range[1], Math.max(range[0], score)) * 1000) / 1000;
  });
}
