import type { Command } from 'commander';

/** Adds `fabula templates`. */
export function addTemplates(program: Command): void {
  const templates = program
    .command('templates')
    .summary('check, read and measure templates')
    .description(
      'For authors of templates: find faults, read texts, see why a text says what it says, measure how much there is.',
    )
    .addHelpText(
      'after',
      `
Examples:
  fabula templates check workplace
  fabula templates preview workplace --tiers Crisis --domains University --count 5
  fabula templates explain resp_1a2b3c4d --dataset out/workplace
  fabula templates capacity workplace --rows 1000000
  fabula templates repeats workplace --question q23
  fabula templates diff workplace --against ../before/templates`,
    );
  templates
    .command('check')
    .description('Finds every fault in the templates of a pack; exits 1 if there is an error.')
    .argument('[pack]', 'pack', 'workplace')
    .option('--folder <folder>', 'folder that holds templates (default: those that ship)')
    .option('--rows <n>', 'rows that the templates must be enough for', '1000000')
    .option('--warnings', 'show warnings too')
    .option('--grammar', 'run a grammar checker over the texts of 400 records as well (needs harper.js)')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  fabula templates check\n  fabula templates check --folder ./templates --warnings\n  fabula templates check --rows 100000 --json',
    )
    .action(async (pack: string, options: CheckOptions) =>
      (await import('../run-templates.ts')).runCheck(pack, options),
    );
  templates
    .command('preview')
    .description('Prints texts to read, each under its record.')
    .argument('[pack]', 'pack', 'workplace')
    .option('--folder <folder>', 'folder that holds templates')
    .option('-n, --count <n>', 'records to print', '10')
    .option('-s, --seed <number>', 'seed', '1')
    .option('--tiers <list>', 'tiers wanted')
    .option('--domains <list>', 'domains wanted')
    .option('--set <setting=value...>', 'a setting of the pack, as skills=empathy')
    .option('--question <name>', 'only this question, such as q24')
    .option('--trace', 'show which choice wrote which words')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  fabula templates preview --tiers Crisis --domains University --count 5\n  fabula templates preview --folder ./templates --question q24 --trace',
    )
    .action(async (pack: string, options: PreviewOptions) =>
      (await import('../run-templates.ts')).runPreview(pack, options),
    );
  templates
    .command('grow')
    .description(
      'Lets a model propose new values for a fact of a story. Each is held against the check of the templates, the safety rules and the values that are there; the rest comes as a diff to review, and is free for ever after.',
    )
    .argument('<schema>', 'the story, such as bus-q24-w-numbers-read-aloud')
    .requiredOption('--fact <name>', 'the fact to grow, such as three or last')
    .requiredOption('--provider <name>', 'openai, anthropic, compatible, local or mock')
    .option('--model <name>', "the provider's name of the model")
    .option('--base-url <url>', 'address of the server')
    .option('-n, --count <n>', 'values to ask for', '10')
    .option('--pack <pack>', 'pack', 'workplace')
    .option('--folder <folder>', 'folder that holds templates')
    .option('--budget <dollars>', 'the most that it may cost (default 1)')
    .option('--assume-price <in/out>', 'price in dollars a million tokens, where none is known')
    .option('-o, --out <file>', 'write the diff to a file')
    .option('--apply', 'write the values into the template file')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  fabula templates grow bus-q24-w-numbers-read-aloud --fact three --provider openai --model gpt-5-mini\n  fabula templates grow bus-q24-w-numbers-read-aloud --fact last --provider mock -n 3',
    )
    .action(async (schema: string, options: GrowOptions) => (await import('../run-grow.ts')).runGrow(schema, options));
  templates
    .command('explain')
    .description('Says which facts, tellings and places in the templates made the texts of a record.')
    .argument('<record>', 'identifier of the record, such as resp_1a2b3c4d, or its number in the run')
    .requiredOption('-d, --dataset <folder>', 'dataset folder that it is in')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  fabula templates explain resp_1a2b3c4d --dataset out/workplace\n  fabula templates explain 0 --dataset out/workplace --json',
    )
    .action(async (record: string, options: { dataset: string; json?: boolean }) =>
      (await import('../run-templates.ts')).runExplain(record, options),
    );
  templates
    .command('capacity')
    .description('Counts what the templates can say, cell by cell, and how often a run would repeat itself.')
    .argument('[pack]', 'pack', 'workplace')
    .option('--folder <folder>', 'folder that holds templates')
    .option('--rows <n>', 'rows of the run', '1000000')
    .option('--coverage <n>', 'also generate so many records and list alternatives that never fired')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  fabula templates capacity --rows 1000000\n  fabula templates capacity --coverage 20000',
    )
    .action(async (pack: string, options: CapacityOptions) =>
      (await import('../run-templates.ts')).runCapacity(pack, options),
    );
  templates
    .command('stats')
    .description('Counts schemas, values, tellings, alternations and words against the budget.')
    .argument('[pack]', 'pack', 'workplace')
    .option('--folder <folder>', 'folder that holds templates')
    .option('--json', 'print as JSON')
    .addHelpText('after', '\nExamples:\n  fabula templates stats\n  fabula templates stats --folder ./templates --json')
    .action(async (pack: string, options: { folder?: string; json?: boolean }) =>
      (await import('../run-templates.ts')).runStats(pack, options),
    );
  templates
    .command('repeats')
    .description(
      'Says which lines of the templates write the runs of words that come more than once in a run: where to add wordings and alternations.',
    )
    .argument('[pack]', 'pack', 'workplace')
    .option('--folder <folder>', 'folder that holds templates')
    .option('-n, --count <n>', 'records to tell', '10000')
    .option('-s, --seed <number>', 'seed', '1')
    .option('--question <name>', 'only this question, such as q24')
    .option('--length <n>', 'words in a run', '8')
    .option('--show <n>', 'lines to print', '20')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  fabula templates repeats workplace --question q23\n  fabula templates repeats students --count 5000 --show 50 --json',
    )
    .action(async (pack: string, options: RepeatsOptions) =>
      (await import('../run-repeats.ts')).runRepeats(pack, options),
    );
  templates
    .command('diff')
    .description('Shows which texts of a run change between two versions of the templates.')
    .argument('[pack]', 'pack', 'workplace')
    .requiredOption('--against <folder>', 'folder that holds the other templates')
    .option('--folder <folder>', 'folder that holds templates (default: those that ship)')
    .option('-n, --count <n>', 'records to compare', '200')
    .option('-s, --seed <number>', 'seed', '1')
    .option('--show <n>', 'changed texts to print', '5')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  fabula templates diff --against ../before/templates\n  fabula templates diff --against ../before/templates --folder ./templates --count 1000 --show 20',
    )
    .action(async (pack: string, options: DiffOptions) => (await import('../run-templates.ts')).runDiff(pack, options));
}

export interface CheckOptions {
  readonly folder?: string;
  readonly rows: string;
  readonly warnings?: boolean;
  readonly grammar?: boolean;
  readonly json?: boolean;
}

export interface PreviewOptions {
  readonly folder?: string;
  readonly count: string;
  readonly seed: string;
  readonly tiers?: string;
  readonly domains?: string;
  readonly question?: string;
  readonly set?: readonly string[];
  readonly trace?: boolean;
  readonly json?: boolean;
}

export interface CapacityOptions {
  readonly folder?: string;
  readonly rows: string;
  readonly coverage?: string;
  readonly json?: boolean;
}

export interface RepeatsOptions {
  readonly folder?: string;
  readonly count: string;
  readonly seed: string;
  readonly question?: string;
  readonly length: string;
  readonly show: string;
  readonly json?: boolean;
}

export interface DiffOptions {
  readonly against: string;
  readonly folder?: string;
  readonly count: string;
  readonly seed: string;
  readonly show: string;
  readonly json?: boolean;
}

export interface GrowOptions {
  readonly fact: string;
  readonly provider: string;
  readonly model?: string;
  readonly baseUrl?: string;
  readonly count: string;
  readonly pack: string;
  readonly folder?: string;
  readonly budget?: string;
  readonly assumePrice?: string;
  readonly out?: string;
  readonly apply?: boolean;
  readonly json?: boolean;
}
