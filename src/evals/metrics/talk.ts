import { isFiller } from '../../language/fillers.ts';
import type { CellMetric } from '../metric.ts';
import type { Sample } from '../sample.ts';

/** A word without what is joined to it by an apostrophe: "i" of "i'm", "it" of "it's". */
export function headOf(word: string): string {
  return word.split("'", 1)[0] as string;
}

/** Whether what is looked for stands at a place among the words of a text. */
type Looked = (words: readonly string[], place: number) => boolean;

/** A rate per 100 words; `counts` says what is counted, as the start of a sentence. */
function habit(id: string, title: string, counts: string, isThere: Looked): CellMetric {
  return {
    id,
    title: `${title}, per 100 words`,
    unit: 'per-100',
    scope: 'cell',
    about: `${counts}, per 100 words`,
    compute({ readings, tokens }) {
      let count = 0;
      for (const { words } of readings)
        for (let place = 0; place < words.length; place++) if (isThere(words, place)) count++;
      return (100 * count) / tokens;
    },
  };
}

/** A rate of some words, listed with blanks between; "i" stands for "i'm" as well. */
function wordHabit(id: string, title: string, list: string): CellMetric {
  const wanted = new Set(list.split(' '));
  const counts = `how often one of these words occurs, with or without an ending such as 'm or 's: ${[...wanted].join(', ')}`;
  return habit(id, title, counts, (words, place) => wanted.has(headOf(words[place] as string)));
}

const isNegation: Looked = (words, place) => words[place] === 'not' || (words[place] as string).endsWith("n't");
const isHedge: Looked = (words, place) =>
  words[place] === 'maybe' || words[place] === 'kinda' || (words[place] === 'kind' && words[place + 1] === 'of');
const isDoubled: Looked = (words, place) => place > 0 && words[place] === words[place - 1];

/** Words of a window for the type-token ratio. */
const WINDOW = 15;

function mattr({ readings }: Sample): number {
  let ratios = 0;
  let windows = 0;
  for (const { words } of readings)
    for (let end = WINDOW; end <= words.length; end++) {
      ratios += new Set(words.slice(end - WINDOW, end)).size / WINDOW;
      windows++;
    }
  return ratios / windows;
}

function lettersPerWord({ readings }: Sample): number {
  let letters = 0;
  let count = 0;
  for (const { words } of readings)
    for (const word of words) {
      const own = word.match(/[a-z]/g)?.length ?? 0;
      letters += own;
      if (own > 0) count++;
    }
  return letters / count;
}

/** A dash, a hyphen between blanks or at the end of a word, two hyphens, three dots; not the mark of a list, a minus or a range. */
const BREAK_OFF = /[\u2014\u2026]|\.{3}|--|(?<!\d)\u2013|[^\s\d][^\S\n]+-\s|[a-z]-(?=[\s.,?!]|$)/i;

function breakOffShare({ readings }: Sample): number {
  const told = readings.filter(({ words }) => words.length > 0);
  return told.filter(({ text }) => BREAK_OFF.test(text)).length / told.length;
}

/** What tells talk from writing: how often some words are said, how speakers break off and say a word twice. */
export const TALK: readonly CellMetric[] = [
  wordHabit('talk-and', 'and', 'and'),
  wordHabit('talk-i', 'I, me, my', 'i me my'),
  wordHabit('talk-we', 'we, us', 'we us'),
  wordHabit('talk-then', 'then', 'then'),
  wordHabit('talk-because', 'because', 'because cause cuz coz'),
  wordHabit('talk-think', 'think, know, guess', 'think know guess'),
  wordHabit('talk-like', 'like', 'like'),
  wordHabit('talk-so', 'so', 'so'),
  habit('talk-not', "not, -n't", "how often not or a word that ends in n't occurs", isNegation),
  habit('talk-um', 'um, uh', 'how often um, uhm or uh occurs, however long', (words, place) =>
    isFiller(words[place] as string),
  ),
  habit('talk-maybe', 'maybe, kind of', 'how often maybe, kind of or kinda occurs', isHedge),
  habit(
    'talk-doubled',
    'same word twice',
    'how often a word is the same as the one before it in the text, whatever marks stand between',
    isDoubled,
  ),
  {
    id: 'break-offs',
    title: 'a dash or a break-off',
    unit: 'share',
    scope: 'cell',
    about: 'share of texts with a dash, a hyphen between blanks or at the end of a word, two hyphens, or three dots',
    compute: breakOffShare,
  },
  {
    id: 'letters-per-word',
    title: 'letters a word',
    unit: 'ratio',
    scope: 'cell',
    about: 'mean number of letters of the words that have any, without apostrophes and hyphens',
    compute: lettersPerWord,
  },
  {
    id: 'mattr-15',
    title: 'MATTR over 15 words',
    unit: 'ratio',
    scope: 'cell',
    about:
      'moving-average type-token ratio: mean over all runs of 15 words of different words over 15 (Covington and McFall 2010); no run crosses two texts',
    compute: mattr,
  },
];
