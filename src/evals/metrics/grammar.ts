import { type GrammarLint, type GrammarLinter, openGrammarLinter } from '../../language/grammar-linter.ts';
import { wordsOf } from '../../language/words.ts';
import { fixedSample } from '../fixed-sample.ts';
import type { CorpusFigure, CorpusMetric, Finding } from '../metric.ts';
import { once } from '../once.ts';
import type { EvalText } from '../sample.ts';
import { findTextFaults } from '../text-faults.ts';

const MOST_TEXTS = 2000;
/** Harper reads some 5,000 words a second. */
const MOST_WORDS = 50_000;
const FINDINGS = 10;
/** Right in 87 to 93% of its hits: worth a look, not a count. */
const WARNS_ONLY = 'PronounVerbAgreement';
/** The rule of harper.js for articles. It takes the letter in "plan A is" for one, which ours does not. */
const ARTICLE_RULE = 'AnA';

interface LintedText extends EvalText {
  readonly lints: readonly GrammarLint[];
}

let linter: Promise<GrammarLinter> | undefined;

/** The sampled texts of a corpus with their lints, and the words in them. */
const lintedOf = once(async (texts: readonly EvalText[]): Promise<{ linted: LintedText[]; tokens: number }> => {
  linter ??= openGrammarLinter();
  const opened = await linter;
  const sampled = withinWords(fixedSample(texts, MOST_TEXTS, 'grammar'));
  const linted: LintedText[] = [];
  for (const text of sampled) linted.push({ ...text, lints: await opened.lint(text.text) });
  return { linted, tokens: wordCount(sampled) };
});

function wordCount(texts: readonly EvalText[]): number {
  return texts.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
}

/** As many of the texts, from everywhere among them, as hold about the most words allowed. */
function withinWords(texts: readonly EvalText[]): readonly EvalText[] {
  const share = Math.min(1, MOST_WORDS / wordCount(texts));
  return fixedSample(texts, Math.ceil(texts.length * share), 'grammar, words');
}

/** The places found in each text, per 1,000 words of the sample. */
async function rateOf(texts: readonly EvalText[], find: (text: LintedText) => GrammarLint[]): Promise<CorpusFigure> {
  const { linted, tokens } = await lintedOf(texts);
  const findings: Finding[] = [];
  let count = 0;
  for (const text of linted)
    for (const { rule, start, end } of find(text)) {
      count++;
      const words = text.text.slice(Math.max(0, start - 20), end + 20).trim();
      if (findings.length < FINDINGS) findings.push({ id: text.id, excerpt: `${rule}: ${words}` });
    }
  return { value: (1000 * count) / tokens, findings };
}

/** Our own doubled words and wrong articles, and the wrong articles of harper that touch none of them. */
function articleErrors({ text, lints }: LintedText): GrammarLint[] {
  const own = findTextFaults(text)
    .filter(({ kind }) => kind === 'doubled word' || kind === 'wrong article')
    .map(({ kind, start, end }) => ({ rule: kind, start, end, message: kind }));
  const others = lints.filter(
    ({ rule, start, end }) =>
      rule === ARTICLE_RULE &&
      text.slice(start, end) !== 'A' &&
      !own.some((fault) => start < fault.end && fault.start < end),
  );
  return [...own, ...others];
}

export const GRAMMAR: readonly CorpusMetric[] = [
  {
    id: 'grammar-lints',
    title: 'grammar lints per 1k',
    unit: 'per-1k',
    scope: 'corpus',
    about:
      'places that harper.js faults, per 1,000 words of at most 2,000 texts and about 50,000 words, without rules about what people do on purpose and without PronounVerbAgreement',
    compute: (texts) => rateOf(texts, ({ lints }) => lints.filter(({ rule }) => rule !== WARNS_ONLY)),
  },
  {
    id: 'article-errors',
    title: 'article and doubling errors per 1k',
    unit: 'per-1k',
    scope: 'corpus',
    about:
      'wrong articles by harper.js and by our own rule, and doubled words by our own, per 1,000 words of the same texts as grammar-lints',
    compute: (texts) => rateOf(texts, articleErrors),
  },
];
