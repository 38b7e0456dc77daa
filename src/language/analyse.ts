import { UsageError } from '../core/errors.ts';
import { nearHint } from '../core/nearest-name.ts';
import { openAfinn } from './afinn.ts';
import type { Analysis, ClassCounts } from './analysis.ts';
import { openBrillTagger } from './brill-tagger.ts';
import { openCompromise } from './compromise-classes.ts';
import { plainText } from './plain-text.ts';
import { openStemmer } from './stemmer.ts';
import { openSyllableCounter, vowelGroups } from './syllables.ts';
import { openTagger, type TaggedText } from './tagger.ts';
import { scoreSentiment, scoreVader } from './vader.ts';
import { compileList, countHits, type WordLists } from './word-list.ts';
import { wordsOf } from './words.ts';

/** Which taggers have a say: wink alone; and Brill's for adjectives; and compromise for all classes. */
export const PROFILES = ['fast', 'balanced', 'deep'] as const;
export type Profile = (typeof PROFILES)[number];

/** Looks at texts. */
export interface Analyser {
  analyse(text: string): Analysis;
  /** The share of words that the English vocabulary does not hold. */
  unknownShare(words: readonly string[]): number;
}

/** Opens the engines of a profile and makes the lists ready. Slow (a quarter of a second and more): open once, use for many texts. */
export async function openAnalyser(profile: Profile, lists: WordLists): Promise<Analyser> {
  const [tagger, stem, syllablesOf, brill, compromise] = await Promise.all([
    openTagger(),
    openStemmer(),
    openSyllableCounter(),
    profile === 'fast' ? undefined : openBrillTagger(),
    profile === 'deep' ? openCompromise() : undefined,
  ]);
  const afinn = openAfinn();
  const compiled = new Map(Object.entries(lists).map(([name, list]) => [name, compileList(name, list, stem)]));
  const listOf = (name: string) => {
    const list = compiled.get(name);
    if (list !== undefined) return list;
    throw new UsageError('unknown-list', `there is no word list '${name}'`, {
      at: 'lists',
      hint: nearHint(name, compiled.keys()),
    });
  };
  const classesOf = (text: string, tagged: TaggedText): ClassCounts => {
    const counts = countTags(tagged);
    const adjectives = [counts.adjective];
    if (brill !== undefined) adjectives.push(brill.tag(tagged.tokens).filter((tag) => tag.startsWith('JJ')).length);
    const other = compromise?.(plainText(text));
    if (other === undefined) return { ...counts, adjective: mean(adjectives) };
    return {
      ...counts,
      noun: mean([counts.noun, other.noun]),
      properNoun: mean([counts.properNoun, other.properNoun]),
      verb: mean([counts.verb, other.verb]),
      auxiliary: mean([counts.auxiliary, other.auxiliary]),
      adjective: mean([...adjectives, other.adjective]),
      adverb: mean([counts.adverb, other.adverb]),
    };
  };

  class LazyAnalysis implements Analysis {
    readonly text: string;
    readonly words: readonly string[];
    #tagged: Analysis['tagged'] | undefined;
    #classes: Analysis['classes'] | undefined;
    #stems: readonly string[] | undefined;
    #syllables: readonly number[] | undefined;
    #vader: Analysis['vader'] | undefined;
    #sentiment: Analysis['sentiment'] | undefined;

    constructor(text: string) {
      this.text = text;
      this.words = wordsOf(text);
    }
    get tagged() {
      this.#tagged ??= tagger.read(this.text);
      return this.#tagged;
    }
    get sentences() {
      return this.tagged.sentenceEnds.length;
    }
    get classes() {
      this.#classes ??= classesOf(this.text, this.tagged);
      return this.#classes;
    }
    get vader() {
      this.#vader ??= scoreVader(this.text);
      return this.#vader;
    }
    get sentiment() {
      this.#sentiment ??= scoreSentiment(this.text);
      return this.#sentiment;
    }
    get afinn() {
      return afinn(this.text.replaceAll('\u2019', "'"));
    }
    get winkSentiment() {
      return tagger.sentiment(this.text);
    }
    get syllables() {
      this.#syllables ??= this.words.map(syllablesOf);
      return this.#syllables;
    }
    get vowelGroups() {
      return this.words.reduce((sum, word) => sum + vowelGroups(word), 0);
    }
    hits(name: string) {
      const list = listOf(name);
      if (!list.byStem) return countHits(list, this.words);
      this.#stems ??= this.words.map(stem);
      return countHits(list, this.#stems);
    }
    isIn(name: string, word: string) {
      return listOf(name).has.has(word);
    }
  }
  return { analyse: (text) => new LazyAnalysis(text), unknownShare: tagger.unknownShare };
}

const CLASSES: ReadonlyMap<string, Exclude<keyof ClassCounts, 'words'>> = new Map([
  ['NOUN', 'noun'],
  ['PROPN', 'properNoun'],
  ['VERB', 'verb'],
  ['AUX', 'auxiliary'],
  ['ADJ', 'adjective'],
  ['ADV', 'adverb'],
  ['PRON', 'pronoun'],
]);
const WORDLIKE = /[\p{L}\p{N}]/u;

function countTags({ tokens, tags }: TaggedText): ClassCounts {
  const counts = { noun: 0, properNoun: 0, verb: 0, auxiliary: 0, adjective: 0, adverb: 0, pronoun: 0, words: 0 };
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i] as string;
    const group = CLASSES.get(tag);
    if (group !== undefined) counts[group]++;
    if (group !== undefined || (tag !== 'PUNCT' && WORDLIKE.test(tokens[i] as string))) counts.words++;
  }
  return counts;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
