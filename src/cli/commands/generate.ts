import type { Command } from 'commander';

interface Options {
  readonly config?: string;
  readonly out?: string;
  readonly singleFile?: string;
  readonly stdout?: boolean;
  readonly count?: string;
  readonly seed?: string;
  readonly format?: string;
  readonly view?: string;
  readonly labels?: string;
  readonly style?: string;
  readonly split?: string;
  readonly splitBy?: string;
  readonly tiers?: string;
  readonly domains?: string;
  readonly roster?: string;
  readonly ideation?: boolean;
  readonly until?: string;
  readonly trace?: boolean;
  readonly workers?: string;
  readonly batchSize?: string;
  readonly shardRows?: string;
  readonly candidates?: string;
  readonly onShortfall?: string;
  readonly resume?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Adds `fabula generate`. */
export function addGenerate(program: Command): void {
  program
    .command('generate')
    .summary('write a corpus, offline')
    .description(
      'Samples hidden facts, tells them as text and writes a dataset folder: data, truth, manifest, card and report.',
    )
    .argument('[pack]', 'which domain, such as workplace (or name it in the config)')
    .optionsGroup('Rows:')
    .option('-n, --count <rows>', 'rows wanted (default 1000)')
    .option('-s, --seed <number>', 'same seed, same bytes (default 42)')
    .option('--tiers <list>', 'tiers wanted, or weights: Crisis=0.5,Safe=0.5')
    .option('--domains <list>', 'domains wanted, or weights')
    .option('--roster <name>', 'organisations: reference or fictional (default reference)')
    .option('--no-ideation', 'no text speaks of a wish not to be here')
    .option('--until <day>', 'last possible day of an answer, YYYY-MM-DD')
    .option('--candidates <n>', 'candidates tried for a row before it counts as missing (default 10)')
    .option('--on-shortfall <what>', 'error or partial, when rows are missing (default error)')
    .optionsGroup('Shape:')
    .option('-f, --format <format>', 'csv, jsonl or parquet (default csv)')
    .option('--view <name>', 'columns and their dialect: see "fabula packs describe" (default default)')
    .option('--labels <where>', 'inline, sidecar or none (default inline)')
    .option('--style <name>', 'natural: typed as people type into a form; clean: as told (default natural)')
    .option('--split <shares>', 'for instance 80/10/10, or train=0.9,test=0.1 (default 80/10/10)')
    .option('--split-by <key>', 'what may not be split apart: family_id or organization_name (default family_id)')
    .option('--shard-rows <rows>', 'records a part file covers (default 50000)')
    .option('--trace', 'write the choices behind every text to truth/traces')
    .optionsGroup('Where to:')
    .option('-o, --out <folder>', 'dataset folder (default out/<pack>)')
    .option('--single-file <file>', 'all rows to one file, replaced if it is there; its ending says the format')
    .option('--stdout', 'all rows to standard output')
    .option('--resume', 'go on with an interrupted run in the dataset folder')
    .option('--force', 'replace the dataset in the folder')
    .optionsGroup('How:')
    .option('-c, --config <file>', 'YAML config; flags override it (schema: schemas/config.schema.json)')
    .option('--workers <n>', 'worker threads (default: one for each core); the bytes do not depend on it')
    .option('--batch-size <rows>', 'rows a thread makes at a time (default 2500); the bytes do not depend on it')
    .option('--json', 'print the result, or the error, as JSON')
    .option('-q, --quiet', 'no progress and no remarks')
    .addHelpText(
      'after',
      `
Examples:
  fabula generate workplace --count 50000 --seed 42
  fabula generate workplace --tiers Crisis,At_Risk --format parquet --out out/severe
  fabula generate workplace --single-file survey.csv --view survey
  fabula generate workplace --count 1000000 --resume
  fabula generate --config workplace.yaml --seed 7
  fabula generate workplace -n 20 --stdout --format jsonl | jq .q24_text`,
    )
    .action(async (pack: string | undefined, options: Options) =>
      (await import('../run-generate.ts')).runGenerate(pack, options),
    );
}

export type GenerateOptions = Options;
