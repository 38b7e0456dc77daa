import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * Rewrites a few rows with a real small model and again from the store, and fails unless the second run makes no call and
 * writes the same bytes. Skips, with the reason, where there is no model.
 *
 *   npm run test:local-model -- --model ./model.gguf [--rows 20]
 *   npm run test:local-model -- --model llama3.2 --base-url http://localhost:11434/v1
 */
const { values } = parseArgs({
  options: {
    model: { type: 'string', default: process.env.FABULA_TEST_MODEL },
    'base-url': { type: 'string' },
    rows: { type: 'string', default: '20' },
  },
});

const reason = missing();
if (reason !== undefined) {
  console.log(`skipped: ${reason}`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'fabula-local-model-'));
try {
  const first = run('first');
  const second = run('second');
  console.log(
    `first   ${first.seconds.toFixed(0)} s\n${first.summary}\nagain   ${second.seconds.toFixed(1)} s\n${second.summary}`,
  );
  if (!/ 0 calls,/.test(second.summary)) throw new Error('the second run asked the model again');
  if (first.hash !== second.hash) throw new Error('the second run wrote other bytes');
  console.log('good: 0 calls and the same bytes from the store');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function missing(): string | undefined {
  const { model } = values;
  if (!model) return 'no model is named: give --model, or set FABULA_TEST_MODEL';
  if (values['base-url']) return undefined;
  if (!existsSync(model)) return `there is no file ${model}`;
  try {
    createRequire(join(process.cwd(), 'x.js')).resolve('node-llama-cpp');
    return undefined;
  } catch {
    return 'the package node-llama-cpp is not installed (npm i --no-save node-llama-cpp)';
  }
}

function run(name: string): { readonly seconds: number; readonly summary: string; readonly hash: string } {
  const { model = '', rows, 'base-url': baseUrl } = values;
  const where = baseUrl ? ['--provider', 'compatible', '--base-url', baseUrl] : ['--provider', 'local'];
  const path = join(folder, name);
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      resolve(import.meta.dirname, '..', 'bin', 'fabula.js'),
      ...['generate', 'workplace', '-n', rows, '--seed', '61', '--out', path],
      ...['--use-llm', 'rewrite', '--model', baseUrl ? model : resolve(model), '--rows-per-call', '1', ...where],
    ],
    { encoding: 'utf8', env: { ...process.env, FABULA_CACHE: join(folder, 'cache') }, maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(`fabula ended with ${status}: ${stderr}`);
  return {
    seconds: (performance.now() - started) / 1000,
    summary: stderr.slice(stderr.lastIndexOf('model ')).trim(),
    hash: hashOf(join(path, 'data')),
  };
}

function hashOf(root: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) hash.update(readFileSync(path));
  return hash.digest('hex');
}
