import type { Column } from '../../core/record.ts';
import type { Label } from './row-labels.ts';

/** What a model said of a row in one draw: a value for each label column. */
export interface Vote {
  readonly values: readonly (string | number)[];
  /** As the model stated it, 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

/**
 * The labels that votes come to, `asked` of which were wanted; there has to be one at least. A category is the one with most
 * votes (of several the one stated with more confidence, then the first of the column's), its confidence the share of the
 * votes asked for. A number is the mean to three decimals, its confidence 1 minus the distance from the lowest to the
 * highest vote as a share of the column's range, times the share of the votes that were given. A single vote keeps the
 * confidence that the model stated.
 */
export function combineVotes(votes: readonly Vote[], asked: number, columns: readonly Column[]): readonly Label[] {
  return columns.map((column, i) =>
    column.enum ? category(votes, asked, column, i) : number(votes, asked, column, i),
  );
}

function category(votes: readonly Vote[], asked: number, column: Column, i: number): Label {
  const tally = (column.enum ?? []).map((value) => {
    const own = votes.filter(({ values }) => values[i] === String(value));
    return { value, own, stated: own.reduce((sum, { confidence }) => sum + confidence, 0) };
  });
  const { value, own } = tally.reduce((best, next) => {
    const more = next.own.length - best.own.length || next.stated - best.stated;
    return more > 0 ? next : best;
  });
  const first = own[0] as Vote;
  return { value, confidence: asked === 1 ? first.confidence : rounded(own.length / asked), rationale: first.reason };
}

function number(votes: readonly Vote[], asked: number, { minimum = 0, maximum = 1 }: Column, i: number): Label {
  const values = votes.map((vote) => vote.values[i] as number);
  const first = votes[0] as Vote;
  const spread = (Math.max(...values) - Math.min(...values)) / (Number(maximum) - Number(minimum));
  return {
    value: rounded(values.reduce((sum, value) => sum + value, 0) / values.length),
    confidence: asked === 1 ? first.confidence : rounded((1 - spread) * (votes.length / asked)),
    rationale: first.reason,
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
