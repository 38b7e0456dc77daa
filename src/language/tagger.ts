import { plainText } from './plain-text.ts';
import { truecase } from './truecase.ts';

/** Where wink's model does not part a contraction: it takes "I'm" and "im" for names. */
const I_AM = /(?<![\p{L}\p{N}'-])(?:I'?|i'?)m(?![\p{L}\p{N}'-])/gu;
/** Verbs in one with what follows them, which the model takes for nouns. */
const MERGED_VERBS = new Set(['gonna', 'wanna', 'gotta', 'dunno', 'gimme', 'lemme']);

/** A text as the tagger reads it. */
export interface TaggedText {
  /** Words and marks in order, in true case, contractions split ("do", "n't"), blanks left out. */
  readonly tokens: readonly string[];
  /** The universal tag of each token. */
  readonly tags: readonly string[];
  /** For each sentence, the place behind its last token. */
  readonly sentenceEnds: readonly number[];
}

/** Gives the part of speech of every token of a text. */
export interface Tagger {
  /** Universal tags ("PRON", "VERB", "PUNCT") in the order of the text as typed, marks included, blanks left out. */
  tag(text: string): string[];
  /** Tokens, tags and sentences of the text put in true case; a line break ends a sentence. */
  read(text: string): TaggedText;
  /** The share of the words that the model's vocabulary of 87,000 does not hold; 0 without words. */
  unknownShare(words: readonly string[]): number;
  /** Sentiment of a text by wink's own model, -1 to 1. */
  sentiment(text: string): number;
}

/** Opens the part-of-speech tagger of wink-nlp with its English model; loaded only when it is wanted (4 MB). */
export async function openTagger(): Promise<Tagger> {
  const [{ default: winkNlp }, { openWinkModel }] = await Promise.all([import('wink-nlp'), import('./wink-model.ts')]);
  const model = openWinkModel();
  const wink = winkNlp(model, ['sbd', 'pos']);
  const { pos, value, span, uniqueId } = wink.its;
  const readLine = (line: string) => {
    const document = wink.readDoc(line.replace(I_AM, "I 'm"));
    const tokens = document.tokens();
    const values = tokens.out(value) as string[];
    const tags = (tokens.out(pos) as string[]).map((tag, i) =>
      MERGED_VERBS.has((values[i] as string).toLowerCase()) ? 'VERB' : tag,
    );
    return { document, values, tags };
  };
  // Words that are not in the vocabulary are numbered behind it, text by text.
  const [vocabulary = 0] = wink.readDoc('zxqvkjwzxq').tokens().out(uniqueId) as unknown as number[];
  let rater: ReturnType<typeof winkNlp> | undefined;
  return {
    tag: (text) =>
      text
        .replace(/[\u2018\u2019\u02bc]/g, "'")
        .split('\n')
        .flatMap((line) => readLine(line).tags)
        .filter((tag) => tag !== 'SPACE'),
    read(text) {
      const tokens: string[] = [];
      const tags: string[] = [];
      const sentenceEnds: number[] = [];
      for (const line of plainText(text).split(/[\r\n]+/)) {
        if (line.trim() === '') continue;
        const { document, values, tags: lineTags } = readLine(truecase(line.trim()));
        const spans = document.sentences().out(span) as unknown as (readonly [number, number])[];
        for (const [from, to] of spans) {
          for (let i = from; i <= to; i++) {
            if (lineTags[i] === 'SPACE') continue;
            tokens.push(values[i] as string);
            tags.push(lineTags[i] as string);
          }
          if (tokens.length > (sentenceEnds.at(-1) ?? 0)) sentenceEnds.push(tokens.length);
        }
      }
      return { tokens, tags, sentenceEnds };
    },
    unknownShare(words) {
      if (words.length === 0) return 0;
      const ids = wink
        .readDoc(plainText(words.join(' ')))
        .tokens()
        .out(uniqueId) as unknown as number[];
      return ids.filter((id) => id >= vocabulary).length / ids.length;
    },
    sentiment(text) {
      rater ??= winkNlp(model, ['sbd', 'negation', 'sentiment']);
      return rater.readDoc(plainText(text)).out(rater.its.sentiment) as unknown as number;
    },
  };
}
