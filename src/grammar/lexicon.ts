import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { PackError } from '../core/errors.ts';

/** The closed lexicon: what it does not know is a build error, never a guess. */
export interface Lexicon {
  /** Inflected form of a base verb: `g` gerund, `p` simple past, `s` third person; undefined if the verb is unknown. */
  inflect(base: string, form: VerbForm): string | undefined;
  /** The plural-agreement form of a third-person verb: says -> say, was -> were; undefined if unknown. */
  pluralVerb(thirdPerson: string): string | undefined;
  /** Plural of a noun; undefined if unknown. */
  plural(noun: string): string | undefined;
  readonly verbs: readonly string[];
}

export type VerbForm = 'g' | 'p' | 's';

/** The parsed lexicon file: base forms, with irregular pasts spelled out. */
export interface LexiconData {
  /** Regular verbs, base forms, split by blanks. */
  readonly regular: string;
  /** Irregular verbs: base -> simple past. */
  readonly irregular: Readonly<Record<string, string>>;
  /** Verbs that double their last consonant: base forms, split by blanks. */
  readonly doubling: string;
  /** Nouns with a regular plural, split by blanks. */
  readonly nouns: string;
  /** Nouns with another plural. */
  readonly plurals: Readonly<Record<string, string>>;
}

const AUXILIARIES: Readonly<Record<string, string>> = {
  is: 'are',
  was: 'were',
  has: 'have',
  does: 'do',
  "isn't": "aren't",
  "wasn't": "weren't",
  "hasn't": "haven't",
  "doesn't": "don't",
};

/** Forms that all persons share. */
const INVARIANT = new Set([
  'can',
  "can't",
  'could',
  "couldn't",
  'will',
  "won't",
  'would',
  "wouldn't",
  'had',
  "hadn't",
  'did',
  "didn't",
]);

/** Reads the lexicon file, whose YAML `parseText` parses. */
export function loadLexicon(path: string, parseText: (text: string) => unknown = parse): Lexicon {
  let data: LexiconData;
  try {
    data = parseText(readFileSync(path, 'utf8')) as LexiconData;
  } catch (cause) {
    throw new PackError('lexicon', `the lexicon ${path} cannot be read`, {
      hint: 'restore templates/lexicon/english.yaml',
      cause,
    });
  }
  return createLexicon(data);
}

/** Builds a lexicon from its data. */
export function createLexicon(data: LexiconData): Lexicon {
  const doubling = new Set(split(data.doubling));
  const verbs = [...split(data.regular), ...doubling, ...Object.keys(data.irregular)];
  const known = new Set(verbs);
  const pastOf = (base: string) => data.irregular[base] ?? past(base, doubling.has(base));
  const thirdToBase = new Map(verbs.map((base) => [third(base), base]));
  /** All persons share the past as well; "was" is an auxiliary. */
  const invariant = new Set([...INVARIANT, ...verbs.map(pastOf)]);
  const nouns = new Set(split(data.nouns));
  return {
    verbs,
    inflect(base, form) {
      if (!known.has(base)) return undefined;
      if (form === 's') return third(base);
      if (form === 'g') return gerund(base, doubling.has(base) || DOUBLING_IRREGULAR.has(base));
      return pastOf(base);
    },
    pluralVerb(word) {
      return AUXILIARIES[word] ?? thirdToBase.get(word) ?? (invariant.has(word) ? word : undefined);
    },
    plural(noun) {
      return data.plurals[noun] ?? (nouns.has(noun) ? third(noun) : undefined);
    },
  };
}

const DOUBLING_IRREGULAR = new Set([
  'run',
  'sit',
  'put',
  'get',
  'cut',
  'let',
  'set',
  'hit',
  'shut',
  'quit',
  'swim',
  'win',
  'begin',
  'forget',
  'spit',
  'dig',
  'bet',
]);

function split(words: string | undefined): string[] {
  return (words ?? '').split(/\s+/).filter(Boolean);
}

function third(base: string): string {
  if (base === 'have') return 'has';
  if (base === 'be') return 'is';
  if (/(s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return `${base}s`;
}

function gerund(base: string, doubles: boolean): string {
  if (base === 'be') return 'being';
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (doubles) return `${base}${base.at(-1)}ing`;
  if (/[^eoy]e$/.test(base)) return `${base.slice(0, -1)}ing`;
  return `${base}ing`;
}

function past(base: string, doubles: boolean): string {
  if (base.endsWith('e')) return `${base}d`;
  if (doubles) return `${base}${base.at(-1)}ed`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return `${base}ed`;
}
