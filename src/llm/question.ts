import type { AttemptStatus } from '../core/model-calls.ts';
import type { ModelAnswer, ModelRequest } from './provider.ts';

/** What is asked, and how to tell whether an answer can be used. */
export interface Question<T> {
  readonly request: ModelRequest;
  readonly prompt: { readonly id: string; readonly version: number };
  readonly purpose: string;
  /** Number of the draw: another one is another answer to the same question. */
  readonly draw?: number;
  /** Reads an answer's text; `whole` is false where it was cut off at its limit. */
  read(content: string, whole: boolean): Reading<T>;
}

/** A value, or what to tell the model is wrong with its answer. */
export type Reading<T> =
  | { readonly value: T; readonly fault?: undefined }
  | { readonly value?: undefined; readonly fault: string };

/** Why there is no answer: the first four were paid for and are remembered, the others may be asked again. */
export type FailureReason = 'refused' | 'filtered' | 'invalid' | 'truncated' | 'too-long' | 'rejected' | 'no-answer';

/** What came of a question: a value, or why there is none; from the store, or by a call. */
export type Outcome<T> =
  | { readonly state: 'answered'; readonly value: T; readonly origin: 'stored' | 'called' }
  | { readonly state: 'failed'; readonly reason: FailureReason; readonly origin: 'stored' | 'called' };

/** Something that answers questions: an engine, or what stands in for one. */
export interface Asker {
  ask<T>(question: Question<T>): Promise<Outcome<T>>;
}

/** An answer that was read. */
export interface Judged<T> {
  readonly status: AttemptStatus;
  readonly value: T | undefined;
  /** What was wrong with it, for the model to hear. */
  readonly fault: string | undefined;
  /** What it comes to if it is not asked again. */
  readonly failure: FailureReason;
  /** True where asking again would be no use. */
  readonly final: boolean;
}

/** What an answer is worth. */
export function judge<T>(question: Question<T>, answer: ModelAnswer): Judged<T> {
  const none = { value: undefined, fault: undefined };
  if (answer.finish === 'refusal') return { ...none, status: 'refused', failure: 'refused', final: true };
  if (answer.finish === 'filter') return { ...none, status: 'refused', failure: 'filtered', final: true };
  const whole = answer.finish !== 'length';
  const empty = answer.content.trim() === '';
  const { value, fault } = empty ? { fault: 'the answer was empty' } : question.read(answer.content, whole);
  if (fault === undefined) return { value, fault, status: 'ok', failure: 'invalid', final: true };
  return {
    ...none,
    fault,
    status: whole ? 'unusable' : 'truncated',
    failure: whole ? 'invalid' : 'truncated',
    final: false,
  };
}

/** The outcome of an answer that is not asked for again. */
export function outcomeOf<T>({ value, failure }: Judged<T>): Outcome<T> {
  return value === undefined
    ? { state: 'failed', reason: failure, origin: 'called' }
    : { state: 'answered', value, origin: 'called' };
}
