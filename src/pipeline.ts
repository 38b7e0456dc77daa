import type { Cell, Row } from './core/record.ts';
import type { CompiledGrammar } from './grammar/plan.ts';
import type { Narration, Narrative } from './packs/narration.ts';
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
  /**
   * Record `index` of the run, or undefined where every candidate was rejected; rejections go to `rejected`. One that
   * `isDraft` names is told and no more: its row is finished by `retell`.
   */
  produce(index: number, rejected: RejectedRecord[], isDraft?: (sample: Sample) => boolean): ProducedRecord | undefined;
  /**
   * Finishes a draft with retold texts; where there is none, or it fails the checks, the template's stands. True for each
   * text that was retold; undefined where a template's text fails them too, so that the record has to be produced anew.
   */
  retell(draft: ProducedRecord, texts: readonly (string | undefined)[]): readonly boolean[] | undefined;
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
  const mostWords = Object.fromEntries(
    pack.texts.flatMap(({ question, words }) => (words ? [[question, words[1]]] : [])),
  );
  const vary = openVary(run.style, run.grammar.source.wordings, mostWords);
  const textAt = pack.texts.map(({ column }) => pack.table.columns.findIndex((entry) => entry.name === column));
  const wordLimits = pack.texts.map(({ words }) => words);
  const varied = ({ narration, sample }: Pick<ProducedRecord, 'narration' | 'sample'>, i: number, told: string) =>
    vary(told, narration.voice, sample.story.stream, (narration.texts[i] as Narrative).question);
  const complete = (row: Cell[], texts: readonly string[], { narration, sample }: ProducedRecord) => {
    textAt.forEach((column, i) => {
      row[column] = texts[i] as string;
    });
    fill(row, narration);
    label(row, sample);
  };
  return {
    produce(index, rejected, isDraft) {
      for (let candidate = 0; candidate < run.candidates; candidate++) {
        const sample = sampler.sample(index, candidate);
        const narration = narrator.narrate(sample);
        const draft = isDraft?.(sample) ?? false;
        const texts = narration.texts.map(({ text }, i) => (draft ? text : varied({ narration, sample }, i, text)));
        const rejection = checkTexts(texts, sample.sensitive, wordLimits);
        if (rejection) {
          rejected.push({ index, candidate, key: sample.key, rejection, texts });
          continue;
        }
        const { row } = sample;
        const truth = [
          ...sample.truth,
          narration.voice.name,
          ...narration.texts.flatMap(({ schema, arc }) => [schema, arc]),
        ];
        const record = { sample, narration, texts, row, truth };
        if (!draft) complete(row, texts, record);
        return record;
      }
      return undefined;
    },
    retell(draft, retold) {
      const { narration, sample } = draft;
      const taken: boolean[] = [];
      const texts: string[] = [];
      for (const [i, { text: template }] of narration.texts.entries()) {
        const own = retold[i] === undefined ? undefined : varied(draft, i, retold[i]);
        const good = own !== undefined && !checkTexts([own], true, wordLimits.slice(i, i + 1));
        taken.push(good);
        texts.push(good ? own : varied(draft, i, template));
      }
      if (checkTexts(texts, sample.sensitive, wordLimits)) return undefined;
      complete(draft.row as Cell[], texts, draft);
      return taken;
    },
  };
}
