/** What every error of ours carries besides its message. */
export interface ErrorDetails {
  /** One sentence: what the reader should do now. */
  readonly hint: string;
  /** Where it happened, as `file:line:column` or a path into a document. */
  readonly at?: string | undefined;
  readonly cause?: unknown;
}

/** The base of all errors that stop a run on purpose; anything else that is thrown is a bug (exit code 70). */
export abstract class FabulaError extends Error {
  /** A stable kebab-case name for the fault, for programs to match on. */
  readonly code: string;
  readonly hint: string;
  readonly at: string | undefined;
  /** What the command line returns to the shell. */
  abstract readonly exitCode: number;

  constructor(code: string, message: string, details: ErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = details.hint;
    this.at = details.at;
  }
}

/** The caller asked for something that cannot be: an option, a config value, a missing credential. */
export class UsageError extends FabulaError {
  readonly exitCode = 2;
}

/** The author of a pack must act: its templates, lexicon or definition do not hold together. */
export class PackError extends FabulaError {
  readonly exitCode = 2;
}

/** The author of a prompt must act: a variable, the front matter or the output schema is wrong. */
export class PromptError extends FabulaError {
  readonly exitCode = 2;
}

/** A model provider failed for good; the run can be resumed. */
export class ProviderError extends FabulaError {
  readonly exitCode = 3;
}

/** The money or the number of calls allowed is used up; the run can be resumed. */
export class BudgetError extends FabulaError {
  readonly exitCode = 3;
}

/** The disk or the store refused a read or a write. */
export class StoreError extends FabulaError {
  readonly exitCode = 4;
}

/** A dataset cannot be read as what it says it is, or failed its checks. */
export class DatasetError extends FabulaError {
  readonly exitCode = 1;
}
