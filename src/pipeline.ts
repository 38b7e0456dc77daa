import type { Cell, Row } from './core/record.ts';
import type { CompiledGrammar } from './grammar/plan.ts';
import type { Narration } from './packs/narration.ts';
import type { Pack, Sample, Sampler } from './packs/pack.ts';
import { checkTexts, type Rejection } from './stages/check.ts';
import type { FillFeatures } from './stages/fill-features.ts';
import type { LabelRow } from './stages/label.ts';
import { openNarrator } from './stages/narrate.ts';
import { openVary, type Style } from './stages/vary.ts';

/** A candidate that failed its checks. */
export interface RejectedRecord {
  readonly index: number;
  readonly candidate: number;
  readonly key: string;
  readonly rejection: Rejection;
  readonly texts: readonly string[];
}

/** A finished record. */
export interface ProducedRecord {
  readonly sample: Sample;
  readonly narration: Narration;
  /** Texts as they stand in the row, in the order of the pack's text columns. */
  readonly texts: readonly string[];
  readonly row: Row;
  readonly truth: Row;
}

/** The stages behind the texts: what reads features from them, and what labels them. */
export interface Completion {
  readonly fill: FillFeatures;
  readonly label: LabelRow;
}

export interface Pipeline {
  /** Record `index` of the run, or undefined where every candidate was rejected; rejections go to `rejected`. */
  produce(index: number, rejected: RejectedRecord[]): ProducedRecord | undefined;
  /** Puts retold texts into a record's row; one that fails the checks is left out. True for each text that was put in. */
  retell(record: ProducedRecord, texts: readonly (string | undefined)[]): readonly boolean[];
}

/** Opens the flow of one run: sample -> narrate -> vary -> check -> fill -> label (-> retell -> vary -> check -> fill -> label), for one record at a time. */
export function openPipeline(run: {
  readonly pack: Pack;
  readonly grammar: CompiledGrammar;
  readonly sampler: Sampler;
  readonly seed: number;
  readonly candidates: number;
  readonly style: Style;
  readonly trace: boolean;
  readonly completion: Completion;
}): Pipeline {
  const { pack, sampler } = run;
  const { fill, label } = run.completion;
  const narrator = openNarrator(run.grammar, pack.texts, { seed: run.seed, trace: run.trace });
  const vary = openVary(run.style, run.grammar.source.wordings);
  const textAt = pack.texts.map(({ column }) => pack.table.columns.findIndex((entry) => entry.name === column));
  const wordLimits = pack.texts.map(({ words }) => words);
  return {
    produce(index, rejected) {
      for (let candidate = 0; candidate < run.candidates; candidate++) {
        const sample = sampler.sample(index, candidate);
        const narration = narrator.narrate(sample);
        const texts = narration.texts.map(({ text, question }) =>
          vary(text, narration.voice, sample.story.stream, question),
        );
        const rejection = checkTexts(texts, sample.sensitive, wordLimits);
        if (rejection) {
          rejected.push({ index, candidate, key: sample.key, rejection, texts });
          continue;
        }
        const { row } = sample;
        textAt.forEach((column, i) => {
          row[column] = texts[i] as string;
        });
        fill(row, narration);
        label(row, sample);
        const truth = [
          ...sample.truth,
          narration.voice.name,
          ...narration.texts.flatMap(({ schema, arc }) => [schema, arc]),
        ];
        return { sample, narration, texts, row, truth };
      }
      return undefined;
    },
    retell({ sample, narration, row }, retold) {
      const taken = retold.map((told, i) => {
        if (told === undefined) return false;
        const { question } = narration.texts[i] as Narration['texts'][number];
        const text = vary(told, narration.voice, sample.story.stream, question);
        if (checkTexts([text], true, wordLimits.slice(i, i + 1))) return false;
        (row as Cell[])[textAt[i] as number] = text;
        return true;
      });
      if (taken.includes(true)) {
        fill(row as Cell[], narration);
        label(row as Cell[], sample);
      }
      return taken;
    },
  };
}
