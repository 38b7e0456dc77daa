import { sentencesOf, wordsOf } from '../language/words.ts';

/** A text of the corpus that is judged, and what is known of it. */
export interface EvalText {
  /** Names the text in a report: "resp_0a1b2c3d/q24_text", or "row 12". */
  readonly id: string;
  readonly text: string;
  /** The text column it stands in. */
  readonly column: string;
  /** The cell it is compared in: a value of each cell attribute, such as ["Healthcare", "Crisis"]. */
  readonly cell: readonly string[];
  /** The label that the text was written for, where there is one. */
  readonly label?: string;
}

/** A text taken apart once, for all measures. */
export interface Reading {
  readonly text: string;
  /** Lower-case words of the whole text. */
  readonly words: readonly string[];
  /** Sentences as written. */
  readonly sentences: readonly string[];
  /** Words of each sentence, in the same order. */
  readonly sentenceWords: readonly (readonly string[])[];
}

/** Texts of one cell, up to a budget of words, so that measures that grow with size can be compared. */
export interface Sample {
  readonly readings: readonly Reading[];
  /** Words in all readings. */
  readonly tokens: number;
}

function readingOf(text: string): Reading {
  const sentences = sentencesOf(text);
  const sentenceWords = sentences.map(wordsOf);
  return { text, words: sentenceWords.flat(), sentences, sentenceWords };
}

/** The first texts that fill the budget of words; fewer where there are not enough. */
export function sampleOf(texts: Iterable<string>, budget: number): Sample {
  const readings: Reading[] = [];
  let tokens = 0;
  for (const text of texts) {
    if (tokens >= budget) break;
    const reading = readingOf(text);
    readings.push(reading);
    tokens += reading.words.length;
  }
  return { readings, tokens };
}
