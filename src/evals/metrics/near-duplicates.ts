import { findNearDuplicates, shingleSimilarity } from '../../language/near-duplicates.ts';
import type { CorpusFigure, CorpusMetric } from '../metric.ts';
import type { EvalText } from '../sample.ts';

function nearDuplicates(texts: readonly EvalText[]): CorpusFigure {
  const partners = findNearDuplicates(texts.map(({ text }) => text));
  const near = texts.flatMap((text, i) => {
    const partner = texts[partners[i] as number];
    return partner ? [{ text, partner }] : [];
  });
  return {
    value: near.length / texts.length,
    findings: near.slice(0, 10).map(({ text, partner }) => ({
      id: text.id,
      excerpt: `${shingleSimilarity(text.text, partner.text).toFixed(2)} like ${partner.id}: ${text.text.slice(0, 80)}`,
    })),
  };
}

export const NEAR_DUPLICATES: CorpusMetric = {
  id: 'near-duplicates',
  title: 'near-duplicates',
  unit: 'share',
  scope: 'corpus',
  about:
    'share of texts with a partner whose 5-word shingles have a Jaccard similarity of .5 or more: candidates by MinHash in 32 bands of 3 (Broder 1997), each checked exactly',
  compute: nearDuplicates,
};
