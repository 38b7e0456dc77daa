import type { TaggedText } from './tagger.ts';
import type { VaderScore } from './vader.ts';

/** Words of a class in a text: the mean over the opinions of the profile's taggers, so a half is possible. */
export interface ClassCounts {
  readonly noun: number;
  readonly properNoun: number;
  readonly verb: number;
  readonly auxiliary: number;
  readonly adjective: number;
  readonly adverb: number;
  readonly pronoun: number;
  /** Tokens that are words: they have a letter or a digit. A contraction has two. */
  readonly words: number;
}

/** All that a feature may ask of one text; each part is worked out when it is first asked for. */
export interface Analysis {
  /** As given. */
  readonly text: string;
  /** Words in small letters, by the rule of `words.ts`. */
  readonly words: readonly string[];
  readonly tagged: TaggedText;
  readonly sentences: number;
  readonly classes: ClassCounts;
  /** Of the text as one. */
  readonly vader: VaderScore;
  /** Of a long text the mean over its sentences, see `scoreSentiment`. */
  readonly sentiment: VaderScore;
  /** AFINN sum over tokens, -5 to 5. */
  readonly afinn: number;
  /** Sentiment by wink's model, -1 to 1. */
  readonly winkSentiment: number;
  /** Syllables of each word. */
  readonly syllables: readonly number[];
  /** The same, counted by groups of vowels. */
  readonly vowelGroups: number;
  /** How often words and phrases of a list stand in the text. */
  hits(list: string): number;
  /** The words of a list, for features that need more than a count; as they stand, never stems. */
  isIn(list: string, word: string): boolean;
}
