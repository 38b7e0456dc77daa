import { readingsCount } from './check/count-readings.ts';
import { cellText, type StoryBeat, type StoryPlan, storyPlansOf, threadPlansOf } from './check/plans.ts';
import { cellsOf } from './compile.ts';
import type { CompiledGrammar } from './plan.ts';

/** How much one cell of a question can say. */
export interface CellCapacity {
  readonly question: string;
  /** The cell's attributes in words: "Healthcare, Crisis". */
  readonly cell: string;
  /** Stories: schemas by their arcs. */
  readonly plans: number;
  /** Skeletons of the story that has fewest: no two records share one until they are used up. */
  readonly fewestSkeletons: number;
  /** Texts that can be derived; see `reportCapacity`. */
  readonly derivations: bigint;
  /** Base-2 logarithm of the derivations: bits of a text that is drawn evenly from them. */
  readonly entropyBits: number;
  /** Sentences that can be realized for a beat, mean over the beats: K. */
  readonly sentencesPerBeat: number;
  /** Share of sentences that are expected to have been said before: 1 - exp(-N/K), with N rows. */
  readonly sentenceReuse: number;
  /** Pairs of rows that are expected to have the same text: N^2 / 2D, with N rows and D derivations. */
  readonly expectedCollisions: number;
}

/**
 * Capacity of each question in each cell that has stories, for `rows` rows in that cell.
 *
 * Derivations are the sum over stories of the product over their beats of the sum over tellings; a telling counts the
 * product over its alternations, sets, connectives, slots and facts, and a fact the sum over its values. An optional
 * beat counts one more for being left out. A slot counts once a pattern. Not counted: names of people, computed slots,
 * numbers, voices and noise. Ignored: topics, exclusions, and that a text keeps one value for a slot or a fact that two
 * beats share; so it is an upper bound. Conditions that no record of the story can meet are left out.
 */
export function reportCapacity(grammar: CompiledGrammar, rows: number): readonly CellCapacity[] {
  const { source } = grammar;
  const count = readingsCount(source);
  const cells = new Map<string, StoryPlan[]>();
  for (const plan of storyPlansOf(source)) {
    const key = `${plan.schema.question}\0${cellText(plan.cell)}`;
    const told = grammar.cellOf(plan.cell)?.[plan.schema.question]?.arcs.some(({ name }) => name === plan.arc);
    if (told) cells.set(key, [...(cells.get(key) ?? []), plan]);
  }
  const cellOrder = cellsOf(source.grammar.cells, source.grammar.attributes).map(cellText);
  const questions = Object.values(source.grammar.arcs).map((arc) => arc.question);
  const place = ([key]: readonly [string, unknown]) => {
    const [question = '', cell = ''] = key.split('\0');
    return questions.indexOf(question) * cellOrder.length + cellOrder.indexOf(cell);
  };
  return [...cells]
    .sort((a, b) => place(a) - place(b))
    .map(([, plans]): CellCapacity => {
      const { schema, cell } = plans[0] as StoryPlan;
      const compiled = grammar.cellOf(cell)?.[schema.question]?.arcs.flatMap((arc) => arc.plans) ?? [];
      let derivations = 0n;
      /** Sentences of a beat, by beat and by the schemas that give it facts or tellings of their own. */
      const sentences = new Map<string, Map<string, bigint>>();
      for (const plan of plans) {
        const ofPlan = new Map<StoryBeat, bigint>();
        for (const thread of threadPlansOf(plan)) {
          let product = 1n;
          for (const beat of plan.beats) {
            const told = beat.tellings.reduce((sum, at) => sum + count.telling(at.telling, at.file, thread), 0n);
            if (told === 0n) continue;
            product *= beat.optional ? told + 1n : told;
            const threaded = plan.schema.threads.includes(beat.must);
            ofPlan.set(beat, threaded ? (ofPlan.get(beat) ?? 0n) + told : told);
          }
          derivations += product;
        }
        for (const [beat, told] of ofPlan) {
          const byOwner = sentences.get(beat.name) ?? new Map<string, bigint>();
          sentences.set(beat.name, byOwner.set(ownerOf(plan, beat), told));
        }
      }
      const perBeat = [...sentences.values()].map((byOwner) => [...byOwner.values()].reduce((sum, n) => sum + n, 0n));
      const mean = perBeat.reduce((sum, n) => sum + Number(n), 0) / Math.max(1, perBeat.length);
      return {
        question: schema.question,
        cell: cellText(cell),
        plans: plans.length,
        fewestSkeletons: Math.min(...compiled.map((plan) => plan.skeletons)),
        derivations,
        entropyBits: log2(derivations),
        sentencesPerBeat: mean,
        sentenceReuse: mean > 0 ? 1 - Math.exp(-rows / mean) : 1,
        expectedCollisions: 2 ** (2 * Math.log2(rows) - 1 - log2(derivations)),
      };
    });
}

/** Beats that a schema gives nothing to say the same in every story of the cell. */
function ownerOf({ schema }: StoryPlan, { name, must, may }: StoryBeat): string {
  return schema.tellings[name] || [must, ...may].some((kind) => schema.facts[kind]) ? schema.file : '';
}

/** Base-2 logarithm of a whole number of any size. */
function log2(n: bigint): number {
  if (n <= 0n) return 0;
  const bits = n.toString(2);
  return Math.log2(Number.parseInt(bits.slice(0, 53), 2)) + Math.max(0, bits.length - 53);
}
