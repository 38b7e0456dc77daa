import { existsSync } from 'node:fs';
import { systemClock } from '../core/clock.ts';
import { StoreError, UsageError } from '../core/errors.ts';
import { formatBytes, formatCount, plural } from '../core/format.ts';
import { writePieces } from '../formats/write-file.ts';
import { dollars } from '../llm/money.ts';
import { readResultLines } from '../runtime/result-lines.ts';
import { openMachineStore, readMachineStore, storePath } from '../runtime/store-place.ts';
import type { Store } from '../store/open-store.ts';
import {
  importResults,
  listResults,
  pruneResults,
  showResult,
  storeStatistics,
  verifyStore,
} from '../store/queries.ts';
import type { CacheOptions } from './commands/cache.ts';
import { wholeNumber } from './options.ts';
import { openPrinter, renderTable } from './print.ts';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Runs `fabula cache stats`. */
export async function runStats(options: CacheOptions): Promise<void> {
  const printer = openPrinter({ json: options.json });
  await reading((store) => {
    const found = storeStatistics(store);
    if (printer.json) return printer.data({ path: store.path, ...found });
    printer.line(
      renderTable([
        ['store', store.path],
        ['answers', formatCount(found.results)],
        ['failures', formatCount(found.failures)],
        ['attempts', formatCount(found.attempts)],
        ['under way', formatCount(found.intents)],
        ['size', formatBytes(found.bytes)],
        ['spent', dollars(found.spentUusd)],
      ]),
    );
  });
}

/** Runs `fabula cache list`. */
export async function runList(options: CacheOptions): Promise<void> {
  const printer = openPrinter({ json: options.json });
  const limit = wholeNumber('limit', options.limit ?? '20', 1, 1_000_000);
  await reading((store) => {
    const rows = [...listResults(store, { purpose: options.purpose, failed: options.failed, limit })];
    if (printer.json) return printer.data(rows);
    if (rows.length === 0) return printer.note('nothing is kept that fits');
    printer.line(
      renderTable([
        ['key', 'purpose', 'model', 'ended', 'when'],
        ...rows.map(({ key, purpose, model, failure, finish, createdMs }) => [
          key.slice(0, 12),
          purpose,
          model,
          failure ?? finish,
          new Date(createdMs).toISOString().slice(0, 16).replace('T', ' '),
        ]),
      ]),
    );
  });
}

/** Runs `fabula cache show`. */
export async function runShow(key: string, options: CacheOptions): Promise<void> {
  const printer = openPrinter({ json: options.json });
  await reading((store) => {
    const { ledger, ...row } = showResult(store, key);
    if (printer.json) return printer.data({ ...row, ledger });
    printer.line(renderTable(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])));
    for (const attempt of ledger) printer.line(JSON.stringify(attempt));
  });
}

/** Runs `fabula cache prune`. */
export async function runPrune(options: CacheOptions): Promise<void> {
  const printer = openPrinter({ json: options.json });
  if (!options.all && !options.failed && options.olderThan === undefined && options.purpose === undefined)
    throw new UsageError('prune-what', 'nothing says what to take out', {
      hint: 'give --older-than 30d, --failed, --purpose label or --all',
    });
  const beforeMs = options.olderThan === undefined ? undefined : systemClock.nowMs() - ageMs(options.olderThan);
  const store = await openMachineStore();
  try {
    const removed = await pruneResults(store, { beforeMs, failed: options.failed ?? false, purpose: options.purpose });
    if (printer.json) printer.data({ removed });
    else printer.note(`${plural(removed, 'answer', 'answers')} taken out`);
  } finally {
    await store.close();
  }
}

/** Runs `fabula cache export`. */
export async function runExport(file: string, options: CacheOptions): Promise<void> {
  const printer = openPrinter({ json: options.json });
  await reading(async (store) => {
    let rows = 0;
    async function* lines() {
      for (const row of listResults(store, {})) {
        rows++;
        yield Buffer.from(`${JSON.stringify(row)}\n`);
      }
    }
    await writePieces(file, lines());
    if (printer.json) printer.data({ file, rows });
    else printer.note(`${plural(rows, 'answer', 'answers')} written to ${file}`);
  });
}

/** Runs `fabula cache import`. */
export async function runImport(file: string, options: CacheOptions): Promise<void> {
  const printer = openPrinter({ json: options.json });
  const rows = readResultLines(file);
  const store = await openMachineStore();
  try {
    const found = await importResults(store, rows);
    if (printer.json) printer.data({ file, ...found });
    else printer.note(`${plural(found.added, 'new answer', 'new answers')} of ${formatCount(found.read)}`);
  } finally {
    await store.close();
  }
}

/** Runs `fabula cache verify`. */
export async function runVerify(options: CacheOptions): Promise<void> {
  const printer = openPrinter({ json: options.json });
  if (!existsSync(storePath()) && !options.salvage) return printer.note('there is no store yet');
  const store = await openMachineStore({
    salvage: options.salvage ?? false,
    onWarning: (message) => printer.note(message),
  });
  try {
    const issues = verifyStore(store);
    if (printer.json) printer.data({ path: store.path, issues });
    else printer.note(issues.length === 0 ? `good: ${store.path}` : issues.join('\n'));
    if (issues.length > 0)
      throw new StoreError('store-faulty', `the store has ${plural(issues.length, 'fault', 'faults')}: ${issues[0]}`, {
        at: store.path,
        hint: 'run fabula cache verify --salvage',
      });
  } finally {
    await store.close();
  }
}

async function reading(work: (store: Store) => void | Promise<void>): Promise<void> {
  const store = readMachineStore();
  if (!store)
    throw new UsageError('no-store', 'there is no store yet: no model was called', {
      at: storePath(),
      hint: 'run something with --use-llm, or name the folder in FABULA_CACHE',
    });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

function ageMs(text: string): number {
  const found = /^(\d+)([mhdw])$/.exec(text.trim());
  if (!found)
    throw new UsageError('age', `'${text}' is not an age`, { at: '--older-than', hint: 'write 30d, 12h, 90m or 2w' });
  return Number(found[1]) * (UNITS[found[2] as string] as number);
}
