import { openStoryteller } from '../grammar/storyteller.ts';
import { samplerOf } from './batch.ts';
import type { Job } from './job.ts';
import { compilePack, type LoadedPack } from './load-pack.ts';

/** Which alternatives a run used. */
export interface CoverageReport {
  readonly records: number;
  readonly values: { readonly all: number; readonly fired: number };
  readonly tellings: { readonly all: number; readonly fired: number };
  /** Places of the alternatives that never fired. */
  readonly never: readonly string[];
  /** The most used values and tellings: place and uses. */
  readonly most: readonly { readonly at: string; readonly uses: number }[];
}

/** Tells all records of a job and counts which values and tellings fired. */
export function coverTemplates(loaded: LoadedPack, job: Job): CoverageReport {
  const grammar = compilePack(loaded);
  const storyteller = openStoryteller(grammar, { seed: job.seed, coverage: true });
  const sampler = samplerOf(loaded, job);
  for (let index = 0; index < job.count; index++) {
    const { story, rank } = sampler.sample(index, 0);
    storyteller.begin(story);
    for (const { question } of loaded.pack.texts) storyteller.tell(question, rank);
  }
  const { values, tellings } = storyteller.coverage as NonNullable<typeof storyteller.coverage>;
  const uses = [
    ...[...values].map((n, i) => ({ at: grammar.places.values[i] as string, uses: n })),
    ...[...tellings].map((n, i) => ({ at: grammar.places.tellings[i] as string, uses: n })),
  ];
  const fired = (counts: Uint32Array) => counts.reduce((sum, n) => sum + (n > 0 ? 1 : 0), 0);
  return {
    records: job.count,
    values: { all: values.length, fired: fired(values) },
    tellings: { all: tellings.length, fired: fired(tellings) },
    never: uses.filter(({ uses: n }) => n === 0).map(({ at }) => at),
    most: [...uses].sort((a, b) => b.uses - a.uses).slice(0, 10),
  };
}
