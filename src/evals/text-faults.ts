import { takesAn } from '../grammar/article.ts';

/** A fault of a text that no grammar checker is needed for. */
export interface TextFault {
  readonly kind: 'doubled word' | 'wrong article' | 'empty sentence' | 'cut off' | 'no words';
  /** Where it begins and ends in the text, in characters. */
  readonly start: number;
  readonly end: number;
}

/** Doubled words, wrong articles, empty and cut-off sentences of a text, in this order; or that it has no words at all. */
export function findTextFaults(text: string): TextFault[] {
  if (!/[\p{L}\p{N}]/u.test(text)) return [{ kind: 'no words', start: 0, end: text.length }];
  return [...doubledWords(text), ...wrongArticles(text), ...emptySentences(text), ...cutOff(text)];
}

/** Words that people double on purpose, or that may stand twice in a sentence ("had had", "what it is is"). */
const MAY_DOUBLE = new Set(
  `had that is was do her very so really no yes yeah ha haha hey bye blah now never ever long far too many much big same
  knock there please help again round over`.split(/\s+/),
);
const DOUBLED = /(?<![\p{L}\p{N}'\u2019-])([a-z]+) \1(?![\p{L}\p{N}'\u2019-])/giu;

/** Verbs that end in their particle, so that it may stand twice: "my idea went in in March", "we log on on Fridays". */
const WITH_PARTICLE = /\b(?:c[ao]me|go|went|moved?|bl[eo]w|log|logged|put|turned|texted|called|handed|name|piled) $/i;

function doubledWords(text: string): TextFault[] {
  return [...text.matchAll(DOUBLED)]
    .filter(({ 1: word, index }) => {
      const doubled = (word as string).toLowerCase();
      const particle = /^(?:in|on)$/.test(doubled) && WITH_PARTICLE.test(text.slice(Math.max(0, index - 12), index));
      return !MAY_DOUBLE.has(doubled) && !particle;
    })
    .map(({ 0: words, index }) => ({ kind: 'doubled word', start: index, end: index + words.length }));
}

const ARTICLE = /(?<![\p{L}\p{N}'\u2019.-])(an?)\s+["'(\u2018\u201c]*([\p{L}\p{N}][\p{L}\p{N}'\u2019-]*)/giu;
const SENTENCE_START = /(?:^|[.?!\u2026]["')]*\s|\n)["'(]*$/;
/** Words that no article stands before: what looks like one is a letter ("a and b") or a slip of another kind. */
const NEVER_AFTER_ARTICLE = new Set('a an and as at am are be by i if in is it of on or the to was with'.split(' '));
/** Small letters that may be said one by one ("an hr form", "a hmm"): no vowel, or one letter. */
const SPELLED_OUT = /^(?:[b-df-hj-np-tv-xz]{1,5}|[a-z])$/;

/** Articles that the sound of the next word does not take. A capital A inside a sentence is a letter ("plan A needs"). */
function wrongArticles(text: string): TextFault[] {
  return [...text.matchAll(ARTICLE)]
    .filter(({ 1: article, 2: next, index }) => {
      if (NEVER_AFTER_ARTICLE.has(next as string) || SPELLED_OUT.test(next as string)) return false;
      if (article === 'A' && !SENTENCE_START.test(text.slice(Math.max(0, index - 5), index))) return false;
      // A long word in capitals is a word that is stressed, not one that is spelled out.
      const spoken =
        (next as string).length > 4
          ? (next as string).replace(/^[A-Z]+$/, (word) => word.toLowerCase())
          : (next as string);
      return takesAn(spoken) !== (article?.length === 2);
    })
    .map(({ 0: words, index }) => ({ kind: 'wrong article', start: index, end: index + words.length }));
}

/** A mark alone between spaces where a sentence should begin; an ellipsis or a smiley is something. */
const MARK_ALONE = /(?<=^\s*|\n\s*|[.?!\u2026]["')\]]*\s+)[.,;:?!](?=\s|$)/g;
const NOTHING_QUOTED = /""|\u201c\u201d|\(\)/g;

function emptySentences(text: string): TextFault[] {
  return [...text.matchAll(MARK_ALONE), ...text.matchAll(NOTHING_QUOTED)].map(({ 0: marked, index }) => ({
    kind: 'empty sentence',
    start: index,
    end: index + marked.length,
  }));
}

/** A sentence that stops before its last phrase: "on paper, and." */
const CUT_OFF = /(?<![\p{L}\p{N}'\u2019-])(?:and|but|or|the|an|my|because|if)\s?[.!](?=\s|$)(?!\.)/giu;

function cutOff(text: string): TextFault[] {
  return [...text.matchAll(CUT_OFF)].map(({ 0: words, index }) => ({
    kind: 'cut off',
    start: index,
    end: index + words.length,
  }));
}
