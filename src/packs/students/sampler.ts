import { openCountPermutation, openPermutation } from '../../core/permutation.ts';
import { openStream, subStream } from '../../core/random.ts';
import type { PackData, Sample, Sampler, Split } from '../pack.ts';
import { openBehaviour } from './behaviour.ts';
import { TABLE } from './columns.ts';
import type { StudentsConfig } from './config.ts';
import { readFacts } from './data.ts';
import { bandOf, SKILLS } from './skills.ts';
import { latentSkills, trueScores } from './truth.ts';

const column = (name: string) => TABLE.columns.findIndex((entry) => entry.name === name);
const AT = {
  id: column('utterance_id'),
  student: column('student_id'),
  skill: column('skill'),
  level: column('skill_level'),
  grade: column('grade'),
  source: column('source'),
  behaviour: column('task_completion_rate'),
};

/**
 * Opens the sampler of a run. Pupils come one after the other through the cells of grade and level; each has a few
 * utterances, of the skills in turn, so that cells fill evenly at every count.
 */
export function openStudentsSampler(run: {
  readonly config: StudentsConfig;
  readonly data: PackData;
  readonly seed: number;
  readonly count: number;
  readonly splits: readonly Split[];
}): Sampler {
  const { config, seed, count } = run;
  const { skills } = config;
  const facts = readFacts(run.data);
  const perStudent = facts.utterances;
  const students = Math.ceil(count / perStudent);
  const behaviourOf = openBehaviour(facts);
  const cells = shuffledCells(config, seed);
  const order = openCountPermutation(openStream(seed, 'students', 'order'), count);
  const studentOrder = openCountPermutation(openStream(seed, 'students', 'splits'), students);
  const identifiers = openPermutation(openStream(seed, 'students', 'identifier'), 0x10000, 0x10000);
  const names = openPermutation(openStream(seed, 'students', 'student'), 0x1000, 0x1000);
  const records = openStream(seed, 'students', 'record');
  const people = openStream(seed, 'students', 'person');
  const ends = splitEnds(run.splits, students);
  /** How many cells share templates with a cell, and which of them it is. */
  const peers = cells.map(({ grade, level }) => {
    const alike = cells.filter((other) => bandOf(other.grade) === bandOf(grade) && other.level === level);
    return { count: alike.length, index: alike.findIndex((other) => other.grade === grade) };
  });

  const place = (position: number) => {
    const student = Math.floor(position / perStudent);
    const cell = student % cells.length;
    return { student, cell, skill: skills[position % skills.length] as (typeof skills)[number] };
  };
  const templatesOf = (position: number) => {
    const { cell, skill } = place(position);
    const { grade, level } = cells[cell] as (typeof cells)[number];
    return `${skill}/${bandOf(grade)}/${level}`;
  };
  const templates = [
    ...new Set(Array.from({ length: skills.length * perStudent * cells.length }, (_, i) => templatesOf(i))),
  ];

  const sample = (index: number, candidate: number): Sample => {
    const position = order.at(index);
    const { student, cell, skill } = place(position);
    const { grade, level } = cells[cell] as (typeof cells)[number];
    const person = subStream(people, student);
    const stream = subStream(candidate === 0 ? records : subStream(records, -candidate), index);
    const latent = latentSkills(facts, person);
    const scores = trueScores(facts, stream, { skill, level, grade, latent });
    const id = `utt_${hex(identifiers.at(index), 8)}`;
    const studentId = `stu_${hex(names.at(student % 0x1000000), 6)}`;
    const row: Sample['row'] = TABLE.columns.map(({ type }) => (type === 'string' ? '' : 0));
    row[AT.id] = id;
    row[AT.student] = studentId;
    row[AT.skill] = skill;
    row[AT.level] = level;
    row[AT.grade] = grade;
    row[AT.source] = 'template_expansion';
    const behaviour = behaviourOf(stream, { skill, level, grade, latent: latent[SKILLS.indexOf(skill)] as number });
    behaviour.forEach((value, i) => {
      row[AT.behaviour + i] = value;
    });
    const { count: alike, index: among } = peers[cell] as (typeof peers)[number];
    const round = Math.floor(student / cells.length) * alike + among;
    const again = Math.ceil(perStudent / skills.length);
    return {
      row,
      key: id,
      labels: scores,
      sensitive: true,
      rank: round * again + Math.floor((position % perStudent) / skills.length) + candidate * count,
      split: splitAt(ends, studentOrder.at(student)),
      story: {
        stream,
        attributes: { skill, level, grade: String(grade), band: bandOf(grade) },
        computed: {},
      },
      truth: [id, studentId, ...latent.map((value) => Math.round(value * 1e4) / 1e4), ...scores, studentId],
    };
  };

  const tally = (nameOf: (position: number) => string) => {
    const counts: Record<string, number> = {};
    for (let position = 0; position < count; position++) {
      const name = nameOf(position);
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  };
  const splitCounts = run.splits.map(() => 0);
  for (let student = 0; student < students; student++) {
    const split = splitAt(ends, studentOrder.at(student));
    splitCounts[split] = (splitCounts[split] as number) + Math.min(perStudent, count - student * perStudent);
  }
  return {
    count,
    together: perStudent,
    sample,
    cellOf: (index) => templates.indexOf(templatesOf(order.at(index))),
    splitCounts,
    strata: {
      skill: tally((position) => place(position).skill),
      skill_level: tally((position) => cells[place(position).cell]?.level ?? ''),
      grade: tally((position) => String(cells[place(position).cell]?.grade)),
    },
  };
}

/** The cells of grade and level in an order of the seed, so that a small run does not take the first grades alone. */
function shuffledCells({ grades, levels }: StudentsConfig, seed: number) {
  const cells = grades.flatMap((grade) => levels.map((level) => ({ grade, level })));
  const order = openCountPermutation(openStream(seed, 'students', 'cells'), cells.length);
  return cells.map((_, i) => cells[order.at(i)] as (typeof cells)[number]);
}

/** Where each split ends among the pupils. */
function splitEnds(splits: readonly Split[], students: number): readonly number[] {
  const whole = splits.reduce((sum, { share }) => sum + share, 0);
  let sum = 0;
  return splits.map(({ share }) => {
    sum += share;
    return Math.round((sum / whole) * students);
  });
}

function splitAt(ends: readonly number[], student: number): number {
  const split = ends.findIndex((end) => student < end);
  return split === -1 ? ends.length - 1 : split;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
