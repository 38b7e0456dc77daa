import type { Column, TableSchema } from '../../core/record.ts';
import type { View } from '../pack.ts';
import { GRADES, LEVELS, SCENARIOS, SKILLS, scoreColumn, trueColumn } from './skills.ts';

const text = (name: string, description: string, values?: readonly string[]): Column => ({
  name,
  type: 'string',
  description,
  ...(values ? { enum: values } : {}),
});
const share = (name: string, description: string): Column => ({
  name,
  type: 'number',
  description,
  minimum: 0,
  maximum: 1,
});
const amount = (name: string, description: string, minimum = 0): Column => ({
  name,
  type: 'number',
  description,
  minimum,
});
const count = (name: string, description: string, minimum = 0): Column => ({
  name,
  type: 'integer',
  description,
  minimum,
});

const metadata: readonly Column[] = [
  text('response', 'What the pupil says, as transcribed: 15 to 50 words.'),
  text('skill', 'Skill that the utterance is about.', SKILLS),
  text('skill_level', 'Level that the utterance was sampled for.', LEVELS),
  { name: 'grade', type: 'integer', enum: GRADES, description: 'School grade of the pupil.' },
  text('source', 'Who worded the utterance: template_expansion.', ['template_expansion']),
];

/** The 16 linguistic features of the reference, in its order. */
export const LINGUISTIC: readonly Column[] = [
  share('empathy_markers', 'Share of words on the empathy list.'),
  share('problem_solving_language', 'Share of words on the problem-solving list.'),
  share('perseverance_indicators', 'Share of words on the perseverance list.'),
  share('social_processes', 'Share of words on the social list.'),
  share('cognitive_processes', 'Share of words on the cognitive list.'),
  share('positive_sentiment', 'Positive proportion by VADER.'),
  share('negative_sentiment', 'Negative proportion by VADER.'),
  amount('avg_sentence_length', 'Words a sentence.'),
  amount('syntactic_complexity', 'Clause density on the scale of a mean dependency depth, 2 to 4 for usual talk.'),
  count('word_count', 'Words.'),
  count('unique_word_count', 'Different words.'),
  count('noun_count', 'Common nouns.'),
  count('verb_count', 'Full verbs.'),
  count('adj_count', 'Adjectives.'),
  count('adv_count', 'Adverbs.'),
  { ...amount('readability_score', 'Flesch reading ease, 0 to 100.'), maximum: 100 },
];

/** The nine telemetry features, in the order of the reference. */
export const BEHAVIOUR: readonly Column[] = [
  share('task_completion_rate', 'Share of tasks finished.'),
  share('time_efficiency', 'Planned over used time.'),
  count('retry_count', 'Attempts after a failure.'),
  share('recovery_rate', 'Share of failures that were recovered from.'),
  share('distraction_resistance', 'Share of distractions that were resisted.'),
  amount('focus_duration', 'Minutes of uninterrupted work.', 1),
  share('collaboration_indicators', 'Working with others.'),
  share('leadership_indicators', 'Leading others.'),
  count('event_count', 'Telemetry events.', 1),
];

/** The four features derived from text and behaviour. */
export const DERIVED: readonly Column[] = [
  share('empathy_social_interaction', 'Sum of 0.6 social_processes + 0.4 collaboration_indicators.'),
  share(
    'problem_solving_cognitive',
    'Sum of 0.5 cognitive_processes + 0.3 time_efficiency + 0.2 (1 - min(1, retry_count / 10)).',
  ),
  share('self_regulation_focus', 'Sum of 0.5 distraction_resistance + 0.5 min(1, focus_duration / 15).'),
  share('resilience_recovery', 'Sum of 0.6 recovery_rate + 0.4 perseverance_indicators.'),
];

export const SCORES: readonly Column[] = SKILLS.map((skill) =>
  share(scoreColumn(skill), `Label: ${skill.replaceAll('_', ' ')}, 0 to 1.`),
);

const reference = [...metadata, ...LINGUISTIC, ...BEHAVIOUR, ...DERIVED, ...SCORES];

export const TABLE: TableSchema = {
  name: 'utterances',
  columns: [
    text('utterance_id', 'Identifier of the utterance: utt_ and 8 hexadecimal digits, unique in the dataset.'),
    text('student_id', 'The pupil, who has several utterances: keep one side of a split.'),
    text('scenario', 'Where the story plays.', SCENARIOS),
    ...reference,
  ],
};

/** Hidden facts of an utterance, for truth/. */
export const TRUTH: TableSchema = {
  name: 'utterances_truth',
  columns: [
    text('utterance_id', 'Key of the utterance.'),
    text('student_id', 'The pupil.'),
    ...SKILLS.map((skill) => ({
      name: `${skill}_latent`,
      type: 'number' as const,
      description: `Latent ${skill.replaceAll('_', ' ')} of the pupil within the level, standard normal.`,
    })),
    ...SKILLS.map((skill) => share(trueColumn(skill), `True ${skill.replaceAll('_', ' ')} score.`)),
    text('family_id', 'What may not be split apart: the pupil.'),
  ],
};

export const VIEWS: Readonly<Record<string, View>> = {
  default: {
    description: 'All columns.',
    columns: TABLE.columns.map(({ name }) => ({ name, from: name })),
  },
  reference: {
    description: 'The 38 columns of the reference file, in its order.',
    columns: reference.map(({ name }) => ({ name, from: name })),
  },
  wide: {
    description: 'All columns, and the core and extended features of the response.',
    columns: TABLE.columns.map(({ name }) => ({ name, from: name })),
    features: ['core', 'extended'],
  },
};
