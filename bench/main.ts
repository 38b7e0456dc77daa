import { measureEngines } from './engine.ts';
import { measureFeatures } from './features.ts';
import { measureModelLayer } from './model-layer.ts';
import { measureRun } from './scale.ts';
import { measureTrees } from './trees.ts';

/**
 * Benchmarks, side by side in one run: the engine against its peers, the command line at three sizes, the formats, the
 * model layer against a server of its own, texts to numbers, trees against a peer. `npm run bench` prints tables;
 * `npm run bench -- --quick` leaves out the million rows; `--json` prints JSON.
 */
const quick = process.argv.includes('--quick');
const json = process.argv.includes('--json');
const engines = measureEngines();
const tracery = engines.find(({ engine }) => engine === 'tracery-grammar')?.textsPerSecond ?? 1;
const sizes = [
  measureRun(10_000, 'csv', 2, 3),
  measureRun(50_000, 'csv', 2, 3),
  measureRun(100_000, 'csv', 2, 2),
  ...(quick ? [] : [measureRun(1_000_000, 'csv', 2, 1)]),
];
const workers = [1, 2, 4].map((count) => measureRun(50_000, 'csv', count, 2));
const formats = ['csv', 'jsonl', 'parquet'].map((format) => measureRun(50_000, format, 2, 2));
const modelLayer = await measureModelLayer();
const trees = measureTrees();
const peer = trees.find(({ learner }) => learner.startsWith('ml-cart'))?.rowsPerSecond ?? 1;

if (json)
  console.log(JSON.stringify({ node: process.version, engines, sizes, workers, formats, modelLayer, trees }, null, 2));
const features = await measureFeatures();

if (json)
  console.log(
    JSON.stringify({ node: process.version, engines, sizes, workers, formats, modelLayer, features }, null, 2),
  );
else {
  console.log(`Node ${process.version}\n\nEngine, one core:`);
  console.table(
    engines.map((figure) => ({ ...figure, 'x tracery': Number((figure.textsPerSecond / tracery).toFixed(1)) })),
  );
  console.log('fabula generate, start-up included, by size:');
  console.table(sizes);
  console.log('by workers:');
  console.table(workers);
  console.log('by format:');
  console.table(formats);
  console.log('trees of fabula probe, one core:');
  console.table(trees.map((figure) => ({ ...figure, 'x ml-cart': Number((figure.rowsPerSecond / peer).toFixed(1)) })));
  console.log('model layer:');
  for (const figure of Object.values(modelLayer)) console.table([figure]);
  console.log('texts of 400 characters to numbers, one core:');
  console.table(features);
}
