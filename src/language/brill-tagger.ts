import { readFile } from 'node:fs/promises';
import { openLexicon } from './brill-lexicon.ts';

/** Tags tokens by Brill's transformation rules: Penn tags, one for each token. */
export interface BrillTagger {
  tag(tokens: readonly string[]): string[];
}

/** What the lexicon of newspaper text has wrong or lacks: "I", and the second halves of contractions. */
const MENDED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    I: 'PRP',
    "n't": 'RB',
    "'s": 'VBZ',
    "'ll": 'MD',
    "'re": 'VBP',
    "'ve": 'VBP',
    "'m": 'VBP',
    "'d": 'MD',
    ca: 'MD',
  }),
);

const NOUNS = new Set(['NN', 'NNS', 'NNP', 'NNPS']);
const AFTER_ARTICLE = new Set(['VBD', 'VBP', 'VB']);

const LEXICON = 'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json';

/**
 * Opens Brill's tagger (Brill 1992, "A simple rule-based part of speech tagger") over the lexicon of `natural`, with its
 * 18 rules in their order. The rules are written here, because the files of `natural` that apply them are under the GPL;
 * the lexicon is data of its MIT package. 93,000 words, loaded only when it is wanted.
 */
export async function openBrillTagger(): Promise<BrillTagger> {
  const lookUp = openLexicon(await readFile(new URL(import.meta.resolve(LEXICON)), 'utf8'));
  const tagOf = (word: string) => MENDED.get(word) ?? lookUp(word);
  const first = (token: string) => tagOf(token) ?? tagOf(token.toLowerCase()) ?? 'NN';
  return {
    tag(tokens) {
      const tags = tokens.map(first);
      for (let i = 0; i < tokens.length; i++)
        tags[i] = transform(tokens[i] as string, tags[i] as string, tokens[i - 1], tags[i - 1]);
      return tags;
    },
  };
}

function transform(token: string, given: string, before: string | undefined, tagBefore: string | undefined): string {
  let tag = given;
  if (tagBefore === 'DT' && AFTER_ARTICLE.has(tag)) tag = 'NN';
  if (NOUNS.has(tag) && isNumber(token)) tag = 'CD';
  if (NOUNS.has(tag) && token.includes('.') && /[a-z]{2}/i.test(token)) tag = 'URL';
  if (tag === 'NN' && token.endsWith('ed')) tag = 'VBN';
  if (token.endsWith('ly')) tag = 'RB';
  if ((tag === 'NN' || tag === 'NNS') && token.endsWith('al')) tag = 'JJ';
  if (tag === 'NN' && before === 'would') tag = 'VB';
  if (tag === 'NN' && token.endsWith('s')) tag = 'NNS';
  if (tag === 'NN' && token.endsWith('ing')) tag = 'VBG';
  return tag;
}

/** As the published rules have it: "3", "3rd", but not "zero". */
function isNumber(token: string): boolean {
  const begin = Number.parseFloat(token);
  return !Number.isNaN(Number(token)) || (!Number.isNaN(begin) && begin !== 0);
}
