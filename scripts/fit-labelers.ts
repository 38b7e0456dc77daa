/**
 * Fits the heuristic labeler of each pack: a linear model of the words of its texts against the hidden truth, on seeds
 * that no suite and no test uses, and measures it on other seeds. Writes labelers/<pack>.json.
 *
 *   npm run labelers [-- students]
 */
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStream, pickAt } from '../src/core/random.ts';
import { writeAtomically } from '../src/formats/write-atomically.ts';
import { wordsOf } from '../src/language/words.ts';
import type { Pack } from '../src/packs/pack.ts';
import { PACKS } from '../src/packs/registry.ts';
import { resolveJob } from '../src/runtime/config.ts';
import { openRecords } from '../src/runtime/generate.ts';
import { loadPack } from '../src/runtime/load-pack.ts';
import { openHeuristic } from '../src/stages/label.ts';
import { pearson } from '../src/statistics/correlation.ts';
import { fitLogisticRegression } from '../src/statistics/logistic-regression.ts';
import { fitRidge } from '../src/statistics/ridge.ts';
import type { TextModel } from '../src/statistics/text-model.ts';
import { fitTfidf } from '../src/statistics/tfidf.ts';

const FIT_SEEDS = [7001, 7002, 7003, 7004];
const CALIBRATION_SEEDS = [7801];
const HELD_OUT_SEEDS = [7901, 7902];
/** Rows of each seed over the texts of a row: a pack of three texts is read in thirds of that, each in three ways. */
const ROWS = 24_000;
const TERMS = 12_000;
const TERMS_OF_SEVERAL = 24_000;
const MIN_DOCUMENTS = 6;
/** Chosen on seeds of its own by the error on held-out texts; flat around it. */
const PENALTY = 2;
const INVERSE_PENALTY = 4;
const DIGITS = 4;
/** Words of a passage that a row is also learned by: short answers of other people are to be read as well. */
const PASSAGE_WORDS = [6, 40] as const;

interface Labelled {
  readonly texts: readonly string[];
  readonly labels: readonly (string | number)[];
}

function rowsOfEach({ texts }: Pack): number {
  return ROWS / texts.length;
}

async function labelled(pack: Pack, seeds: readonly number[]): Promise<readonly Labelled[]> {
  const at = (name: string) => pack.table.columns.findIndex((column) => column.name === name);
  const rows: Labelled[] = [];
  const count = rowsOfEach(pack);
  for (const seed of seeds) {
    const record = await openRecords(loadPack(pack.id), resolveJob({ pack: pack.id, count, seed }));
    for (let index = 0; index < count; index++) {
      const made = record(index);
      if (!made) continue;
      rows.push({
        texts: pack.texts.map(({ column }) => made.row[at(column)] as string),
        labels: pack.labels.map((column) => made.row[at(column)] as string | number),
      });
    }
  }
  return rows;
}

/**
 * Each row of several texts three times: whole, one of its texts, and a passage of another. Learned from whole rows alone, a model weighs
 * many small hints against its intercepts, and a short text, which has few, comes out as whatever the intercepts favour.
 */
function withParts(rows: readonly Labelled[]): readonly Labelled[] {
  const [fewest, most] = PASSAGE_WORDS;
  const stream = openStream(1, 'passages');
  return rows.flatMap((row, i) => {
    const { texts, labels } = row;
    const words = wordsOf(texts[(i + 1) % texts.length] as string);
    const length = fewest + pickAt(stream, 2 * i, most - fewest + 1);
    const start = pickAt(stream, 2 * i + 1, Math.max(1, words.length - length));
    const passage = words.slice(start, start + length).join(' ');
    return [row, { texts: [texts[i % texts.length] as string], labels }, { texts: [passage], labels }];
  });
}

function fitModel(pack: Pack, rows: readonly Labelled[]): TextModel {
  const documents = rows.map(({ texts }) => wordsOf(texts.join(' ')));
  // Several outputs share the terms, and each goes by others.
  const terms = pack.labels.length > 1 ? TERMS_OF_SEVERAL : TERMS;
  const options = { ngrams: [1, 2], minDocuments: MIN_DOCUMENTS, maxTerms: 4 * terms } as const;
  const wide = weigh(pack, rows, documents, fitTfidf(documents, options));
  // What weighs little is left out and the rest is fitted again: a tenth of the size for a hundredth of the fit.
  const weight = wide.terms.map(
    (_, i) =>
      Math.max(...wide.weights.map((weights) => Math.abs(weights[i] as number))) *
      spread(wide.inverseFrequency[i] as number, rows.length),
  );
  const kept = new Set(
    wide.terms
      .map((term, i) => ({ term, weight: weight[i] as number }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, terms)
      .map(({ term }) => term),
  );
  const known = documents.map((words) => [
    ...words.filter((word) => kept.has(word)),
    ...words.flatMap((word, i) => (i > 0 && kept.has(`${words[i - 1]} ${word}`) ? [`${words[i - 1]} ${word}`] : [])),
  ]);
  return weigh(pack, rows, known, fitTfidf(known));
}

/** How much a term varies over texts: its weight times the deviation of whether a text has it. */
function spread(inverseFrequency: number, texts: number): number {
  const share = 1 / Math.exp(inverseFrequency - 1) - 1 / texts;
  return inverseFrequency * Math.sqrt(Math.max(0, share * (1 - share)));
}

function weigh(
  pack: Pack,
  rows: readonly Labelled[],
  documents: readonly (readonly string[])[],
  tfidf: ReturnType<typeof fitTfidf>,
): TextModel {
  const matrix = tfidf.transform(documents);
  const shared = {
    terms: tfidf.terms,
    inverseFrequency: [...tfidf.inverseFrequency].map(rounded),
  };
  const columns = pack.labels.map((name) => pack.table.columns.find((column) => column.name === name));
  const classes = columns[0]?.enum;
  if (classes) {
    const known = classes.map(String);
    const labels = rows.map(({ labels: [label] }) => known.indexOf(String(label)));
    const { weights, intercepts } = fitLogisticRegression(matrix, labels, known.length, {
      inversePenalty: INVERSE_PENALTY,
    });
    return {
      kind: 'categories',
      outputs: known,
      ...shared,
      weights: known.map((_, c) => tfidf.terms.map((_term, t) => rounded(weights[t * known.length + c] as number))),
      intercepts: [...intercepts].map(rounded),
    };
  }
  const fits = pack.labels.map((_, output) =>
    fitRidge(
      matrix,
      rows.map(({ labels }) => labels[output] as number),
      PENALTY,
    ),
  );
  return {
    kind: 'numbers',
    outputs: pack.labels,
    ...shared,
    weights: fits.map(({ weights }) => [...weights].map(rounded)),
    intercepts: fits.map(({ intercept }) => rounded(intercept)),
    range: [columns[0]?.minimum as number, columns[0]?.maximum as number],
  };
}

/**
 * Stretches numbers so that a text of a true score has that score on average: a fitted line draws them toward the mean
 * (inverse calibration: the readings of other seeds are regressed on the truth, and the line is turned round).
 */
function calibrated(model: TextModel, rows: readonly Labelled[]): TextModel {
  if (model.kind === 'categories') return model;
  const heuristic = openHeuristic({ ...model, range: [-Infinity, Infinity] });
  const read = rows.map(({ texts }) => heuristic(texts).map(({ value }) => value as number));
  const lines = model.outputs.map((_, output) => {
    const truth = rows.map(({ labels }) => labels[output] as number);
    const found = read.map((values) => values[output] as number);
    const [t, f] = [mean(truth), mean(found)];
    const slope =
      truth.reduce((sum, value, i) => sum + (value - t) * ((found[i] as number) - f), 0) /
      truth.reduce((sum, value) => sum + (value - t) ** 2, 0);
    return { slope, offset: t - f / slope };
  });
  const stretched = (value: number, output: number) => rounded(value / (lines[output]?.slope as number));
  return {
    ...model,
    weights: model.weights.map((weights, output) => weights.map((weight) => stretched(weight, output))),
    intercepts: model.intercepts.map((value, output) =>
      rounded(stretched(value, output) + (lines[output]?.offset as number)),
    ),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How the model reads rows that it has not seen. */
function measure(model: TextModel, rows: readonly Labelled[]): Readonly<Record<string, number>> {
  const heuristic = openHeuristic(model);
  const read = rows.map(({ texts }) => heuristic(texts).map(({ value }) => value));
  if (model.kind === 'categories') {
    const right = rows.filter(({ labels }, i) => read[i]?.[0] === labels[0]).length;
    return { accuracy: rounded(right / rows.length) };
  }
  return Object.fromEntries(
    model.outputs.flatMap((name, output) => {
      const truth = rows.map(({ labels }) => labels[output] as number);
      const found = read.map((labels) => labels[output] as number);
      const error = truth.reduce((sum, value, i) => sum + Math.abs(value - (found[i] as number)), 0) / truth.length;
      return [
        [`${name} r`, rounded(pearson(truth, found))],
        [`${name} mae`, rounded(error)],
      ];
    }),
  );
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

const wanted = process.argv.slice(2);
mkdirSync('labelers', { recursive: true });
for (const pack of PACKS.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) {
  const rows = await labelled(pack, FIT_SEEDS);
  const several = pack.texts.length > 1;
  const model = calibrated(fitModel(pack, several ? withParts(rows) : rows), await labelled(pack, CALIBRATION_SEEDS));
  const unread = await labelled(pack, HELD_OUT_SEEDS);
  const parts = several ? withParts(unread) : [];
  const heldOut = {
    ...measure(model, unread),
    ...(several && {
      texts: measure(
        model,
        parts.filter((_, i) => i % 3 === 1),
      ),
      passages: measure(
        model,
        parts.filter((_, i) => i % 3 === 2),
      ),
    }),
  };
  const fitted = {
    seeds: FIT_SEEDS,
    calibrationSeeds: CALIBRATION_SEEDS,
    rowsOfEach: rowsOfEach(pack),
    heldOutSeeds: HELD_OUT_SEEDS,
    heldOut,
  };
  await writeAtomically(join('labelers', `${pack.id}.json`), (path) =>
    writeFile(path, `${JSON.stringify({ ...model, fitted })}\n`),
  );
  console.log(pack.id, heldOut);
}
