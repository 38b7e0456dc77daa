import { corpusSentences } from '../corpus-sentences.ts';
import type { CorpusFigure, CorpusMetric, Finding } from '../metric.ts';
import type { EvalText } from '../sample.ts';

const FINDINGS = 10;

function sentenceReuse(texts: readonly EvalText[]): CorpusFigure {
  let all = 0;
  let reused = 0;
  for (const { uses, shared } of corpusSentences(texts)) {
    all += uses;
    if (shared) reused += uses;
  }
  return { value: reused / all };
}

function mostUsedSentence(texts: readonly EvalText[]): CorpusFigure {
  const most = corpusSentences(texts)
    .toSorted((a, b) => b.uses - a.uses)
    .slice(0, FINDINGS);
  return {
    value: most[0]?.uses ?? 0,
    findings: most.map(({ first, key, uses }) => ({ id: first, excerpt: `${uses} times: ${key}` })),
  };
}

/** Texts equal to an earlier one but for the space around them. Texts without anything in them do not count. */
function exactDuplicates(texts: readonly EvalText[]): CorpusFigure {
  const firsts = new Map<string, string>();
  const findings: Finding[] = [];
  let value = 0;
  for (const { id, text } of texts) {
    const trimmed = text.trim();
    if (trimmed === '') continue;
    const first = firsts.get(trimmed);
    if (first === undefined) firsts.set(trimmed, id);
    else {
      value++;
      if (findings.length < FINDINGS) findings.push({ id, excerpt: `as ${first}: ${trimmed.slice(0, 80)}` });
    }
  }
  return { value, findings };
}

function distinctShare(texts: readonly EvalText[]): CorpusFigure {
  const written = texts.map(({ text }) => text.trim()).filter((text) => text !== '');
  return { value: new Set(written).size / written.length };
}

export const CORPUS_REUSE: readonly CorpusMetric[] = [
  {
    id: 'corpus-sentence-reuse',
    title: 'sentence reuse, whole corpus',
    unit: 'share',
    scope: 'corpus',
    about: 'share of sentences, without case and punctuation, that also occur in another text of the corpus',
    compute: sentenceReuse,
  },
  {
    id: 'most-used-sentence',
    title: 'uses of the most used sentence',
    unit: 'count',
    scope: 'corpus',
    about: 'how often the most used sentence, without case and punctuation, occurs in the corpus',
    compute: mostUsedSentence,
  },
  {
    id: 'exact-duplicates',
    title: 'exact duplicates',
    unit: 'count',
    scope: 'corpus',
    about: 'number of texts that are equal to an earlier one',
    compute: exactDuplicates,
  },
  {
    id: 'distinct-texts',
    title: 'distinct texts',
    unit: 'share',
    scope: 'corpus',
    about: 'number of different texts over the number of texts, whatever space is around them',
    compute: distinctShare,
  },
];
