/** The parsed but not yet compiled form of a pack's templates: plain data, so it can be cached as JSON. */

/** Conditions on attributes: every key must hold; a list means any of. */
export type When = Readonly<Record<string, readonly string[]>>;

export interface SourceValue {
  /** Pattern by form; the main form has the empty name. */
  readonly forms: Readonly<Record<string, string>>;
  readonly aspect: string;
  readonly topics: readonly string[];
  readonly not: readonly string[];
  readonly tags: readonly string[];
  readonly when: When;
  readonly weight: number;
  /** Numbers of the threads, from 1, that it may stand in; empty for every one. */
  readonly behind: readonly number[];
  readonly line: number;
}

export interface SourceTelling {
  readonly say: string;
  readonly take: Readonly<Record<string, readonly string[]>>;
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly blind: boolean;
  readonly topics: readonly string[];
  readonly when: When;
  readonly voice: readonly string[];
  /** A telling of higher salience is taken whenever it fits. */
  readonly salience: number;
  readonly weight: number;
  readonly line: number;
}

export interface SourceSet {
  readonly name: string;
  readonly scope: string;
  readonly file: string;
  readonly line: number;
  readonly mode: SetMode;
  readonly parts: readonly string[];
}

/** How a set gives its parts: dealt without repeats, drawn evenly, drawn by number of derivations, or in order. */
export type SetMode = 'deck' | 'weighted' | 'uniform' | 'sequence';

export interface SourceSlot {
  readonly name: string;
  readonly scope: string;
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly values: readonly { readonly text: string; readonly when: When; readonly line: number }[];
}

export interface SourcePerson {
  readonly name: string;
  readonly later: string;
  readonly pronoun: string;
  readonly when: When;
  readonly line: number;
}

export interface SourcePeople {
  readonly name: string;
  readonly scope: string;
  readonly file: string;
  readonly line: number;
  readonly persons: readonly SourcePerson[];
}

/** How one kind of person writes: syntax, not synonyms. Rates are shares of the places where the trait can show. */
export interface SourceVoice {
  readonly name: string;
  readonly line: number;
  readonly weight: number;
  readonly when: When;
  /** 0 writes contractions out, 1 leaves them as written, 2 contracts what can be. */
  readonly contraction: 0 | 1 | 2;
  readonly dropSubject: number;
  readonly runOn: number;
  /** The same for sentences of six words and fewer, where it is more. */
  readonly shortRunOn: number;
  readonly opener: number;
  readonly openers: readonly string[];
  /** Shares of people who write so anyway: no last full stop, small letters, lists, a word in capitals, dots for stops. */
  readonly noFinalStop: number;
  readonly lowerCase: number;
  readonly lists: number;
  readonly capitals: number;
  readonly trailing: number;
  /** Share of the joined clauses that stand as a sentence of their own. */
  readonly shortStops: number;
  /** Share of the clauses behind a bare comma that stand as a sentence of their own. */
  readonly fullStops: number;
  /** Shares of the clauses that begin with a filler (one of `fillers`), with a word said twice, or are broken off and begun again. */
  readonly filler: number;
  readonly fillers: readonly string[];
  readonly repeat: number;
  readonly breakOff: number;
  /** Share of the texts that end with a small sentence more (one of `closers`): "So yeah." */
  readonly closer: number;
  readonly closers: readonly string[];
  /** How much of everybody's carelessness this voice has: 1 as most, 0 none. */
  readonly ragged: number;
  readonly noise: number;
  readonly dropArticle: number;
}

/** Words of one meaning, of which a person uses one throughout: everybody or everyone. */
export interface Wording {
  readonly words: readonly string[];
  /** The words that are replaced, where not all of them fit wherever the others stand. */
  readonly from: readonly string[];
  /** Wordings with the same name go together: who writes "organise" writes "colour" too. Empty for one by itself. */
  readonly habit: string;
  /** How many people use each; as many as words. */
  readonly weights: readonly number[];
  /** Voices that have this habit; empty for all. */
  readonly voices: readonly string[];
  /** What has to stand behind the word for it to count: "about three", not "about work". */
  readonly before: 'number' | undefined;
}

/** What a file says of the records it is for: one list per cell attribute, such as domain and tier. */
export type Cells = Readonly<Record<string, readonly string[]>>;
export type FactLists = Readonly<Record<string, readonly SourceValue[]>>;
export type BeatLists = Readonly<Record<string, readonly SourceTelling[]>>;

export interface SourceSchema {
  readonly id: string;
  readonly file: string;
  readonly folder: string;
  readonly line: number;
  readonly question: string;
  readonly cells: Cells;
  readonly arcs: readonly string[];
  readonly incident: string;
  readonly when: When;
  readonly weight: number;
  /** Kinds told in threads: a text that takes the n-th value of one takes the n-th of the others. Empty for any with any. */
  readonly threads: readonly string[];
  readonly facts: FactLists;
  readonly tellings: BeatLists;
}

export interface SourceShared {
  readonly id: string;
  readonly file: string;
  readonly folder: string;
  readonly line: number;
  readonly cells: Cells;
  readonly facts: FactLists;
}

export interface SourceTellings {
  readonly id: string;
  readonly file: string;
  readonly folder: string;
  readonly line: number;
  readonly question: string;
  readonly cells: Cells;
  readonly beats: BeatLists;
}

interface Kind {
  readonly aspects: readonly string[];
  readonly forms: readonly string[];
  readonly key: boolean;
}

interface Beat {
  readonly must: string;
  readonly may: readonly string[];
  readonly gate: When;
  readonly force: When;
}

export interface Arc {
  readonly question: string;
  readonly beats: readonly string[];
  readonly tells: readonly string[];
}

/** grammar.yaml: what the other files refer to. */
export interface Grammar {
  readonly file: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly cells: readonly string[];
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly beats: Readonly<Record<string, Beat>>;
  readonly arcs: Readonly<Record<string, Arc>>;
  readonly relations: Readonly<Record<string, readonly string[]>>;
  readonly connectives: Readonly<Record<string, readonly string[]>>;
  /** Names of the slots that a record computes. */
  readonly computed: readonly string[];
  readonly slotKinds: Readonly<Record<string, readonly string[]>>;
  /** Weights of the arcs by value of the last attribute of a cell; without one, every story is told as often as another. */
  readonly mix: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly lengths: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;
  /** Share of a question's texts that are to name their organisation where a telling allows it. */
  readonly naming: Readonly<Record<string, number>>;
}

export interface PackSource {
  readonly pack: string;
  /** sha256 of every source file, in name order. */
  readonly hash: string;
  readonly grammar: Grammar;
  readonly sets: readonly SourceSet[];
  readonly slots: readonly SourceSlot[];
  readonly people: readonly SourcePeople[];
  readonly voices: readonly SourceVoice[];
  readonly wordings: readonly Wording[];
  readonly schemas: readonly SourceSchema[];
  readonly shared: readonly SourceShared[];
  readonly tellings: readonly SourceTellings[];
}

/** A fault in a template, as data: the rule that it breaks, where it stands, what to do. */
export interface TemplateFault {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** `file:line` below the templates folder. */
  readonly at: string;
  readonly message: string;
  readonly hint: string;
}
