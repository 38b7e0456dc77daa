export const SKILLS = ['empathy', 'problem_solving', 'self_regulation', 'resilience'] as const;
export const LEVELS = ['high', 'medium', 'developing'] as const;
export const GRADES = [2, 3, 4, 5, 6, 7, 8] as const;
export const SCENARIOS = [
  'classroom',
  'playground',
  'group_work',
  'home',
  'game',
  'sport',
  'bus',
  'art',
  'screen_time',
] as const;

export type Skill = (typeof SKILLS)[number];
export type Level = (typeof LEVELS)[number];

/** The templates' band of a school grade: 2-3 lower, 4-5 middle, 6-8 upper. */
export function bandOf(grade: number): string {
  return grade <= 3 ? 'lower' : grade <= 5 ? 'middle' : 'upper';
}

/** Column of a skill's score. */
export function scoreColumn(skill: Skill): string {
  return `${skill}_score`;
}

/** Column of a skill's true score, in truth/. */
export function trueColumn(skill: Skill): string {
  return `${skill}_true`;
}

/** What somebody who scores a skill looks for. */
export const SCORED_BY: Readonly<Record<Skill, string>> = {
  empathy: 'notices what others feel or need, names it, and does something about it',
  problem_solving: 'sees what the trouble is, tries or compares ways out of it, and checks whether one worked',
  self_regulation: 'keeps at a task, holds back an impulse, and manages feelings, time and distraction',
  resilience: 'goes on after a setback, takes another way, and learns from what went wrong',
};
