import type { Column, TableSchema } from '../../core/record.ts';
import type { View } from '../pack.ts';

export const TIERS = ['Crisis', 'At_Risk', 'Mixed', 'Safe', 'Thriving'] as const;
export const DOMAINS = ['Healthcare', 'University', 'Business'] as const;

const ITEMS = [
  'safe to speak up',
  'leaders silence criticism (reverse-worded)',
  'fear of consequences (reverse-worded)',
  'reporting without reprisal',
  'fair treatment across backgrounds',
  'equal access',
  'exclusionary remarks witnessed (30-day frequency)',
  'emotional manipulation (reverse-worded)',
  'forced positivity (reverse-worded)',
  'personal time respected',
  'transparent handling of mistakes',
  'impartial investigations',
  'open information',
  'action after reports',
  'anxious days (30-day frequency)',
  'hopeless days (30-day frequency)',
  'burnout level',
  'emotional support available',
  'input acted on',
  'autonomy',
  'suggestions ignored (30-day frequency)',
  'empowered to improve',
];

const demographics: readonly Column[] = [
  {
    name: 'response_id',
    type: 'string',
    description: 'Identifier of the response: resp_ and 8 hexadecimal digits, unique in the dataset.',
  },
  { name: 'organization_name', type: 'string', description: 'Organisation that the invented respondent works for.' },
  { name: 'domain', type: 'string', enum: DOMAINS, description: 'Sector of the organisation.' },
  { name: 'employee_count', type: 'integer', minimum: 1, description: 'Number of people the organisation employs.' },
  {
    name: 'department',
    type: 'string',
    enum: ['Engineering', 'Operations', 'Sales_Marketing', 'HR', 'Finance', 'Other'],
    description: 'Department, in the six values of the reference survey.',
  },
  {
    name: 'position_level',
    type: 'string',
    enum: ['Entry', 'Mid', 'Senior', 'Executive'],
    description: 'Level of the position.',
  },
  {
    name: 'age_range',
    type: 'string',
    enum: ['22-24', '25-34', '35-44', '45-54', '55+'],
    description: 'Age in years.',
  },
  {
    name: 'gender_identity',
    type: 'string',
    enum: ['Woman', 'Man', 'Non-binary', 'Prefer not to say'],
    description: 'Gender as stated.',
  },
  {
    name: 'tenure_range',
    type: 'string',
    enum: ['<1_year', '1-3_years', '3-7_years', '7+_years'],
    description: 'Time in the organisation.',
  },
  { name: 'supervises_others', type: 'boolean', description: 'Whether the respondent supervises others.' },
];

const likert: readonly Column[] = ITEMS.map((theme, i) => ({
  name: `q${i + 1}`,
  type: 'integer',
  minimum: 1,
  maximum: 4,
  description: `Item ${i + 1}, ${theme}: 1 to 4, 4 is healthiest.`,
}));

const rest: readonly Column[] = [
  { name: 'q23_text', type: 'string', description: 'Free text: one change that would make the place safer or better.' },
  { name: 'q24_text', type: 'string', description: 'Free text: the experience that was hardest.' },
  { name: 'q25_text', type: 'string', description: 'Free text: one thing that is done well.' },
  { name: 'submission_date', type: 'date', description: 'Day of the response.' },
];

const survey = [...demographics, ...likert, ...rest];

export const TABLE: TableSchema = {
  name: 'responses',
  columns: [
    ...survey,
    {
      name: 'risk_tier',
      type: 'string',
      enum: TIERS,
      description: 'Label: the tier that the response was sampled for.',
    },
  ],
};

/** Hidden facts of a response, for truth/. */
export const TRUTH: TableSchema = {
  name: 'responses_truth',
  columns: [
    { name: 'response_id', type: 'string', description: 'Key of the response.' },
    { name: 'risk_tier', type: 'string', enum: TIERS, description: 'Tier sampled.' },
    {
      name: 'told_as',
      type: 'string',
      enum: TIERS,
      description: 'Tier whose words the texts use: the own one, but for a few at the border of a band.',
    },
    { name: 'role', type: 'string', description: 'Work behind the department.' },
    { name: 'shift', type: 'string', description: 'Shift worked.' },
    {
      name: 'wellbeing',
      type: 'number',
      minimum: 1,
      maximum: 4,
      description: 'Latent wellbeing: the row mean aimed at.',
    },
    {
      name: 'weighted_score',
      type: 'number',
      minimum: 7,
      maximum: 28,
      description: 'Weighted score of the items: sum over categories of mean/4 x items x weight, scaled to 28.',
    },
    {
      name: 'si_level',
      type: 'string',
      enum: ['none', 'passive', 'nonspecific'],
      description: 'Depth of ideation in the text.',
    },
    {
      name: 'help',
      type: 'string',
      enum: ['reached', 'alone'],
      description: 'Whether a step toward help was taken; told beside thoughts of ideation.',
    },
    { name: 'months_ago', type: 'integer', minimum: 1, description: 'Months between the story and the response.' },
    { name: 'family_id', type: 'string', description: 'Records that share a parent; never split apart.' },
  ],
};

const same = (name: string) => ({ name, from: name });

export const VIEWS: Readonly<Record<string, View>> = {
  default: {
    description: 'The 36 columns of the reference survey and the label.',
    columns: TABLE.columns.map((column) => same(column.name)),
  },
  survey: {
    description: 'Exactly the 36 columns of the reference survey.',
    columns: survey.map((column) => same(column.name)),
  },
  trainer: {
    description: "The reference trainer's dialect: texts named q23, q24, q25, its own age, tenure and gender words.",
    columns: TABLE.columns.map(({ name }) => {
      if (/^q2\d_text$/.test(name)) return { name: name.slice(0, 3), from: name };
      if (name === 'age_range') return { name, from: name, words: { '22-24': '18-24', '55+': '55-64' } };
      if (name === 'tenure_range')
        return { name, from: name, words: { '3-7_years': '4-7_years', '7+_years': '8+_years' } };
      if (name === 'gender_identity') return { name, from: name, words: { 'Prefer not to say': 'Prefer_not_to_say' } };
      return same(name);
    }),
  },
};
