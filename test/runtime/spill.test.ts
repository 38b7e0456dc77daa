import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { LedgerEntry } from '../../src/core/model-calls.ts';
import { readResultLines } from '../../src/runtime/result-lines.ts';
import { spill } from '../../src/runtime/spill.ts';

const outcome = { key: 'a'.repeat(64), body: '{"ok":true}', failure: undefined, model: 'm', finish: 'stop' };
const entry = { provider: 'openai', purpose: 'rewrite' } as LedgerEntry;

test('an answer that the store cannot take goes to a file that an import reads, else to standard error', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fabula-spill-'));
  const said = spill('run-1', outcome, entry, folder);
  const path = join(folder, 'fabula-unstored-run-1.jsonl');
  expect(said).toContain(path);
  expect(readResultLines(path)).toMatchObject([{ key: outcome.key, body: outcome.body, purpose: 'rewrite' }]);
  rmSync(folder, { recursive: true });
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(spill('run-1', outcome, entry, folder)).toContain('printed here');
  expect(String(write.mock.calls[0]?.[0])).toContain(outcome.key);
  write.mockRestore();
});
