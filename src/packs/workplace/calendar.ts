import { pickAt, type Stream, unitAt } from '../../core/random.ts';
import { NUMBER_WORDS } from '../../grammar/number-words.ts';

/** When a story happened and how a person would say it, worked out from the day of the answer. */
export interface StoryTime {
  readonly submissionDate: string;
  readonly monthsAgo: number;
  readonly season: string;
  readonly month: string;
  readonly ago: readonly string[];
  readonly weekday: string;
  /** "nine years", "eight months". */
  readonly tenure: readonly string[];
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SEASONS = [
  'winter',
  'winter',
  'spring',
  'spring',
  'spring',
  'summer',
  'summer',
  'summer',
  'autumn',
  'autumn',
  'autumn',
  'winter',
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const LONGEST = 10;
const DAY_MS = 86_400_000;

/** Years served: shortest, longest, by tenure range; the longest is cut by age. */
const YEARS: Readonly<Record<string, readonly [number, number]>> = {
  '1-3_years': [1, 2],
  '3-7_years': [3, 6],
  '7+_years': [7, 28],
};
const OLDEST: Readonly<Record<string, number>> = { '22-24': 24, '25-34': 34, '35-44': 44, '45-54': 54, '55+': 62 };
const STARTING_AGE = 22;

/** A day of the year before `until`, as the data writes it. */
export interface Day {
  readonly text: string;
  readonly month: number;
}

/** The 365 days that end with `until`. */
export function daysUntil(until: string): readonly Day[] {
  return Array.from({ length: 365 }, (_, back) => {
    const day = new Date(Date.parse(until) - back * DAY_MS);
    return { text: day.toISOString().slice(0, 10), month: day.getUTCMonth() };
  });
}

/** Draws the time of a story from the days of an answer; a new hire's story is not older than the job. */
export function storyTime(stream: Stream, days: readonly Day[], tenure: string, age: string): StoryTime {
  const day = days[pickAt(stream, 0x71, days.length)] as Day;
  const monthsServed = tenure === '<1_year' ? 2 + pickAt(stream, 0x72, 10) : Number.POSITIVE_INFINITY;
  const longest = Math.min(LONGEST, monthsServed - 1);
  const monthsAgo = 1 + Math.floor(longest * unitAt(stream, 0x73) ** 1.4);
  const month = (day.month - monthsAgo + 24) % 12;
  return {
    submissionDate: day.text,
    monthsAgo,
    season: SEASONS[month] as string,
    month: MONTHS[month] as string,
    ago: AGO[monthsAgo] as readonly string[],
    weekday: WEEKDAYS[pickAt(stream, 0x74, 7)] as string,
    tenure: tenureWords(stream, tenure, age, monthsServed),
  };
}

const AGO = Array.from({ length: LONGEST + 1 }, (_, months) => agoWords(months));

function agoWords(months: number): readonly string[] {
  if (months === 1) return ['about a month ago', 'last month', 'a few weeks ago'];
  if (months === 6) return ['about six months ago', 'half a year ago'];
  const n = NUMBER_WORDS[months] as string;
  return [`${n} months ago`, `about ${n} months ago`, months < 4 ? `maybe ${n} months back` : `${n} months back`];
}

function tenureWords(stream: Stream, tenure: string, age: string, monthsServed: number): readonly string[] {
  const years = YEARS[tenure];
  if (!years) return [`${NUMBER_WORDS[monthsServed]} months`];
  const longest = Math.max(years[0], Math.min(years[1], (OLDEST[age] ?? 60) - STARTING_AGE));
  const n = years[0] + pickAt(stream, 0x75, longest - years[0] + 1);
  if (n === 1) return ['a year and a half', 'a year and change'];
  return [`${NUMBER_WORDS[n]} years`];
}
