import type { Column } from '../../core/record.ts';
import type { Pack } from '../pack.ts';
import { BEHAVIOUR, DERIVED, LINGUISTIC, SCORES, TABLE, TRUTH, VIEWS } from './columns.ts';
import { OPTIONS, parseStudentsConfig, rowsOf, type StudentsConfig } from './config.ts';
import { derive } from './derive.ts';
import { openStudentsSampler } from './sampler.ts';
import { SCORED_BY, SKILLS, scoreColumn, trueColumn } from './skills.ts';

/** Pupils of grades 2 to 8 talking: speech, linguistic and behavioural features, four skill scores. */
export const students: Pack = Object.freeze<Pack>({
  id: 'students',
  version: '1',
  title: 'Pupil speech and skills',
  description:
    'What pupils of grades 2 to 8 say about things that happened, with linguistic, behavioural and derived features and scores of four skills.',
  warning: 'Every pupil, story and number is invented; a model trained on it must not be used to judge children.',
  table: TABLE,
  texts: [{ column: 'response', question: 'talk', words: [15, 50] }],
  labels: SCORES.map(({ name }) => name),
  trueLabels: SKILLS.map(trueColumn),
  scoring: SKILLS.map((skill) => SCORED_BY[skill]),
  truthColumns: TRUTH,
  groupKey: 'student_id',
  views: VIEWS,
  probe: {
    targets: SKILLS.map((skill, k) => ({
      column: scoreColumn(skill),
      features: [...LINGUISTIC, ...BEHAVIOUR, DERIVED[k] as Column].map(({ name }) => name),
      group: ['student_id', 'response'],
    })),
  },
  features: { text: 'response', names: LINGUISTIC.map(({ name }) => name) },
  derive,
  options: OPTIONS,
  parseConfig: parseStudentsConfig,
  rowsOf: (config, count) => rowsOf(config as StudentsConfig, count),
  openSampler: (run) => openStudentsSampler({ ...run, config: run.config as StudentsConfig }),
});
