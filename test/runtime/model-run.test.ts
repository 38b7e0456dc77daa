import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { resolveJob } from '../../src/runtime/config.ts';
import { generateDataset, identifyJob } from '../../src/runtime/generate.ts';
import type { Job } from '../../src/runtime/job.ts';
import { loadPack } from '../../src/runtime/load-pack.ts';
import { type ModelRunOptions, openModelLayer } from '../../src/runtime/model-layer.ts';
import { CACHE } from '../cli/run-cli.ts';
import { type FaultServer, type FaultServerOptions, openFaultServer } from '../fault-server/fault-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'fabula-model-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each test has a store of its own; parsed templates come from the cache of all tests. */
beforeEach(() => {
  loadPackOnce();
  vi.stubEnv('FABULA_CACHE', mkdtempSync(join(folder, 'cache-')));
  vi.stubEnv('OPENAI_API_KEY', 'test');
});

function loadPackOnce(): void {
  vi.stubEnv('FABULA_CACHE', CACHE);
  loadPack('workplace');
}

interface Asked {
  readonly rows: readonly { readonly id: number; readonly texts: readonly { readonly text: string }[] }[];
}

/** Turns the two last sentences round and says "somebody" where there was "someone": a retelling that keeps the facts. */
function retell(text: string): string {
  const sentences = text.match(/[^.!?]+[.!?]*\s*/g) ?? [text];
  if (sentences.length < 2) return text.replace(/^(\w)/, (letter) => `Well, ${letter.toLowerCase()}`);
  const [last, before] = [sentences.at(-1) as string, sentences.at(-2) as string];
  return [...sentences.slice(0, -2), last.trim(), before.trim()].join(' ').replace(/\s+/g, ' ').trim();
}

function answer(_: unknown, user: string): string {
  const { rows } = JSON.parse(user.slice(user.indexOf('{'))) as Asked;
  return JSON.stringify({ rows: rows.map(({ id, texts }) => ({ id, texts: texts.map(({ text }) => retell(text)) })) });
}

async function run(
  job: Job,
  name: string,
  options: Partial<ModelRunOptions> & { workers?: number; resume?: boolean } = {},
) {
  const loaded = loadPack(job.pack);
  const layer = await openModelLayer(loaded.pack, job.model as never, identifyJob(job, loaded.source.hash).hash, {
    assumePrice: '2.5/10',
    budgetUusd: 50_000_000,
    limits: { backoffMs: [5, 20], deadlineMs: 2_000 },
    ...options,
  });
  let finished = false;
  try {
    const result = await generateDataset(job, join(folder, name), {
      workers: options.workers ?? 1,
      batchRows: 2500,
      resume: options.resume ?? false,
      model: layer.stage,
    });
    finished = true;
    return { result, figures: layer.engine.figures, counts: layer.stage.counts };
  } finally {
    await layer.close(finished);
  }
}

function jobOf(server: FaultServer, more: Record<string, unknown> = {}, llm: Record<string, unknown> = {}): Job {
  return resolveJob({
    pack: 'workplace',
    count: 60,
    seed: 5,
    ...more,
    llm: { use: 'rewrite', provider: 'openai', model: 'test-model', baseUrl: server.openAi, ...llm },
  });
}

function filesOf(name: string): Record<string, string> {
  const root = join(folder, name);
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\/(data|truth)\b/.test(entry.parentPath))
      .map((entry) => [
        join(entry.parentPath, entry.name).slice(root.length),
        readFileSync(join(entry.parentPath, entry.name), 'utf8'),
      ]),
  );
}

async function serve(options: FaultServerOptions = {}): Promise<FaultServer> {
  const server = await openFaultServer({ answer, ...options });
  servers.push(server);
  return server;
}
const servers: FaultServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.close();
});

describe('a run with a model, over HTTP', () => {
  test('retells texts, says so for each, and repeats for nothing to the same bytes', async () => {
    const server = await serve();
    const job = jobOf(server);
    const first = await run(job, 'first');
    expect(first.counts.retold).toBeGreaterThan(120);
    const files = filesOf('first');
    const truth = Object.entries(files).find(([name]) => name.startsWith('/truth/'))?.[1] as string;
    expect(truth.split('\n')[0]).toContain('q24_origin,q24_fallback');
    expect(truth).toContain(',rewrite,,');
    const calls = server.bill.requests;
    const second = await run(job, 'second', { workers: 2 });
    expect(server.bill.requests).toBe(calls);
    expect(second.figures.uusd).toBe(0);
    expect(filesOf('second')).toEqual(files);
    const plain = await generateDataset(resolveJob({ pack: 'workplace', count: 60, seed: 5 }), join(folder, 'plain'), {
      workers: 1,
      batchRows: 2500,
    });
    expect(plain.rows).toBe(60);
    expect(Object.values(filesOf('plain'))[0]).not.toBe(Object.values(files)[0]);
  });

  test('a share of the rows is retold, and the others stay as they are without a model', async () => {
    const server = await serve();
    await run(jobOf(server, { count: 300 }, { share: 0.2 }), 'share');
    const truth = Object.entries(filesOf('share')).find(([name]) => name.startsWith('/truth/'))?.[1] as string;
    const rows = truth.trim().split('\n').slice(1);
    const retold = rows.filter((row) => row.includes(',rewrite,')).length;
    expect(retold).toBeGreaterThan(35);
    expect(retold).toBeLessThan(85);
  });

  test('an interrupted run goes on: what is settled is not paid for again', async () => {
    const server = await serve();
    const job = jobOf(server);
    // A cent and a half bears about half of the calls.
    await expect(run(job, 'stopped', { budgetUusd: 90_000 })).rejects.toMatchObject({ code: 'budget', exitCode: 3 });
    const paid = server.bill.requests;
    expect(paid).toBeGreaterThan(0);
    const { figures } = await run(job, 'stopped', { resume: true });
    expect(figures.stored).toBeGreaterThanOrEqual(paid);
    expect([...server.bill.worked.values()].every((times) => times === 1)).toBe(true);
    await run(job, 'whole');
    expect(filesOf('stopped')).toEqual(filesOf('whole'));
  });

  test('a model that answers nonsense spoils nothing: the texts are those of the templates, byte for byte', async () => {
    const nonsense = [
      '{"rows": []}',
      'sorry',
      '{"rows": [{"id": 0, "texts": ["I want to kill myself", "{boss}", ""]}]}',
    ];
    let n = 0;
    const server = await serve({ answer: () => nonsense[n++ % nonsense.length] as string });
    const { counts } = await run(jobOf(server), 'nonsense');
    expect(counts.retold).toBeUndefined();
    await generateDataset(resolveJob({ pack: 'workplace', count: 60, seed: 5 }), join(folder, 'offline'), {
      workers: 1,
      batchRows: 2500,
    });
    const data = (name: string) => Object.entries(filesOf(name)).filter(([path]) => path.startsWith('/data/'));
    expect(data('nonsense')).toEqual(data('offline'));
  });

  test('labels and ratings of a model stand in the truth', async () => {
    const job = resolveJob({ pack: 'workplace', count: 40, seed: 5, llm: { use: 'label,judge', provider: 'mock' } });
    await run(job, 'labelled');
    const truth = Object.entries(filesOf('labelled')).find(([name]) => name.startsWith('/truth/'))?.[1] as string;
    const [head, ...rows] = truth.trim().split('\n');
    expect(head).toMatch(/model_label,model_confidence,model_coherence,model_human$/);
    expect(rows.every((row) => /,(Crisis|At_Risk|Mixed|Safe|Thriving),0\.2,[1-5],[1-5]$/.test(row))).toBe(true);
  });

  test('a batch service answers retellings, second tries and labels; nothing is left to be asked one by one', async () => {
    let seen = 0;
    const server = await serve({
      answer: (body, user) => {
        const { rows } = JSON.parse(user.slice(user.indexOf('{'))) as Asked;
        if (!user.includes('"keep"'))
          return JSON.stringify({
            rows: rows.map(({ id }) => ({ id, reason: 'so', label: 'Mixed', confidence: 0.7 })),
          });
        // The first group is left as it was, so that it is asked for a second time.
        return seen++ === 0
          ? JSON.stringify({ rows: rows.map(({ id, texts }) => ({ id, texts: texts.map(({ text }) => text) })) })
          : answer(body, user);
      },
    });
    server.batches.pollsToEnd = 0;
    const job = jobOf(server, {}, { use: 'rewrite,label' });
    const loaded = loadPack(job.pack);
    const layer = await openModelLayer(loaded.pack, job.model as never, identifyJob(job, loaded.source.hash).hash, {
      assumePrice: '2.5/10',
      budgetUusd: 50_000_000,
    });
    const signal = new AbortController().signal;
    await layer.fillFromBatches(loaded, job, { submit: true, signal, onProgress: () => {} });
    await layer.close(false);
    expect(server.batches.batches.size).toBe(3);
    const asked = server.bill.requests;
    const { figures } = await run(job, 'batched');
    expect(server.bill.requests).toBe(asked);
    expect(figures).toMatchObject({ calls: 0, uusd: 0 });
    const truth = Object.entries(filesOf('batched')).find(([name]) => name.startsWith('/truth/'))?.[1] as string;
    expect(
      truth
        .trim()
        .split('\n')
        .slice(1)
        .every((row) => row.endsWith(',Mixed,0.7')),
    ).toBe(true);
  });

  test('before anything is spent: no key, no price, no budget, no such prompt variable', async () => {
    const server = await serve();
    const job = jobOf(server);
    vi.stubEnv('OPENAI_API_KEY', '');
    await expect(run(job, 'x')).rejects.toMatchObject({ code: 'no-key', exitCode: 2 });
    vi.stubEnv('OPENAI_API_KEY', 'test');
    await expect(run(job, 'x', { assumePrice: undefined })).rejects.toMatchObject({
      code: 'price-unknown',
      exitCode: 2,
    });
    await expect(run(job, 'x', { budgetUusd: 0 })).rejects.toMatchObject({ code: 'zero-budget', exitCode: 2 });
    expect(server.bill.requests).toBe(0);
  });
});
