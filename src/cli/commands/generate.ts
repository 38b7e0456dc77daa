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
  readonly labeler?: string;
  readonly autoLabel?: boolean;
  readonly style?: string;
  readonly split?: string;
  readonly splitBy?: string;
  readonly tiers?: string;
  readonly domains?: string;
  readonly skills?: string;
  readonly levels?: string;
  readonly grades?: string;
  readonly balanced?: boolean;
  readonly set?: readonly string[];
  readonly roster?: string;
  readonly ideation?: boolean;
  readonly until?: string;
  readonly trace?: boolean;
  readonly workers?: string;
  readonly batchSize?: string;
  readonly shardRows?: string;
  readonly candidates?: string;
  readonly onShortfall?: string;
  readonly useLlm?: string;
  readonly provider?: string;
  readonly model?: string;
  readonly baseUrl?: string;
  readonly llmShare?: string;
  readonly rowsPerCall?: string;
  readonly temperature?: string;
  readonly budget?: string;
  readonly budgetDay?: string;
  readonly concurrency?: string;
  readonly maxWait?: string;
  readonly maxFallback?: string;
  readonly assumePrice?: string;
  readonly prices?: string;
  readonly batchApi?: boolean;
  readonly dryRun?: boolean;
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
    .option('--tiers <list>', 'workplace: tiers wanted, or weights: Crisis=0.5,Safe=0.5')
    .option('--domains <list>', 'workplace: domains wanted, or weights')
    .option('--skills <list>', 'students: skills wanted, as empathy,resilience')
    .option('--levels <list>', 'students: levels wanted: high, medium, developing')
    .option('--grades <list>', 'students: school grades wanted, as 2,3,4')
    .option('--balanced', 'students: round the count down to whole cells of skill, level and grade')
    .option('--set <setting=value...>', 'any setting of the pack: see "fabula packs describe"')
    .option('--roster <name>', 'workplace: organisations: reference or fictional (default reference)')
    .option('--no-ideation', 'workplace: no text speaks of a wish not to be here')
    .option('--until <day>', 'workplace: last possible day of an answer, YYYY-MM-DD')
    .option('--candidates <n>', 'candidates tried for a row before it counts as missing (default 10)')
    .option('--on-shortfall <what>', 'error or partial, when rows are missing (default error)')
    .optionsGroup('Shape:')
    .option('-f, --format <format>', 'csv, jsonl or parquet (default csv)')
    .option('--view <name>', 'columns and their dialect: see "fabula packs describe" (default default)')
    .option('--labels <where>', 'inline, sidecar or none (default inline)')
    .option('--labeler <name>', 'who labels: truth, heuristic (reads the texts) or none (default truth)')
    .option('--no-auto-label', 'leave the labels empty, as --labeler none')
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
    .optionsGroup('With a model (optional):')
    .option('--use-llm <uses>', 'rewrite, expand, label, judge, or several: rewrite,label')
    .option('--provider <name>', 'openai, anthropic, compatible, local or mock (default: from the model)')
    .option('--model <name>', "the provider's name of the model, or a GGUF file for local")
    .option('--base-url <url>', 'address of the server, such as http://localhost:11434/v1')
    .option('--llm-share <share>', 'share of the rows that it works on, 0 to 1 (default 1)')
    .option('--rows-per-call <n>', 'rows that one call serves (default 10; local 1)')
    .option('--temperature <t>', "0 to 2 (default: the model's own)")
    .option('--budget <dollars>', 'the most that the run may spend (default 1 for models that cost money)')
    .option('--budget-day <dollars>', 'the most that all runs may spend today (UTC)')
    .option('--dry-run', 'say what it would cost, and stop')
    .option('--max-fallback <share>', 'fail if more texts than this stay as the template told them, as 5%')
    .option('--concurrency <n>', 'calls at once at most (default 16)')
    .option('--max-wait <seconds>', 'longest wait that a provider may ask for (default 120)')
    .option('--batch-api', "use the provider's batch service: half the price, within a day")
    .option('--assume-price <in/out>', 'price in dollars a million tokens, where none is known: 2.50/10')
    .option('--prices <file>', 'YAML file of prices: model: {input: 2.50, output: 10}')
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
  fabula generate students --count 84 --balanced --view reference --single-file pupils.csv
  fabula generate workplace --labeler heuristic --out out/read
  fabula generate --config workplace.yaml --seed 7
  fabula generate workplace -n 20 --stdout --format jsonl | jq .q24_text
  fabula generate workplace -n 50 --use-llm rewrite --provider mock
  fabula generate workplace --use-llm rewrite --model gpt-5-mini --llm-share 0.2 --budget 2
  fabula generate workplace --use-llm expand --model llama3.2 --base-url http://localhost:11434/v1`,
    )
    .action(async (pack: string | undefined, options: Options) =>
      (await import('../run-generate.ts')).runGenerate(pack, options),
    );
}

export type GenerateOptions = Options;
