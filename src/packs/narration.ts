import type { CompiledVoice } from '../grammar/compiled.ts';
import type { Span } from '../grammar/teller.ts';

/** One answer: its text and the choices that made it. */
export interface Narrative {
  readonly question: string;
  readonly text: string;
  readonly schema: string;
  readonly arc: string;
  /** Length asked for, in characters. */
  readonly band: readonly [number, number];
  readonly spans: readonly Span[];
}

/** All answers of a record and the voice they were told in. */
export interface Narration {
  readonly voice: CompiledVoice;
  readonly texts: readonly Narrative[];
}
