import type OpenAI from 'openai';
import type { BatchApi, BatchRow, ModelAnswer, RemoteBatch } from './provider.ts';

const TAG = 'fabula_tag';
const ENDED = new Set(['completed', 'failed', 'expired', 'cancelled']);

/** OpenAI's batches: a file of requests in, files of answers and of errors out. */
export function openAiBatches(
  open: () => Promise<OpenAI>,
  endpoint: '/v1/chat/completions',
  answerOf: (data: unknown, requestId: string | undefined) => ModelAnswer,
): BatchApi {
  return {
    maxItems: 50_000,
    async submit(items, tag, signal) {
      const client = await open();
      const lines = items.map(({ key, body }) =>
        JSON.stringify({ custom_id: key, method: 'POST', url: endpoint, body }),
      );
      const name = `${tag}.jsonl`;
      const file = await client.files.create(
        { file: new File([`${lines.join('\n')}\n`], name, { type: 'application/jsonl' }), purpose: 'batch' },
        { signal },
      );
      const batch = await client.batches.create(
        { input_file_id: file.id, endpoint, completion_window: '24h', metadata: { [TAG]: tag } },
        { signal },
      );
      return remote(batch);
    },
    async poll(id, signal) {
      return remote(await (await open()).batches.retrieve(id, { signal }));
    },
    async findByTag(tag, _keys, signal) {
      for await (const batch of await (await open()).batches.list({ limit: 100 }, { signal }))
        if (batch.metadata?.[TAG] === tag) return remote(batch);
      return undefined;
    },
    async *rows({ id }, signal) {
      const client = await open();
      const batch = await client.batches.retrieve(id, { signal });
      // Every end has rows to take: an expired batch's finished ones are in its output, and are charged.
      for (const file of [batch.output_file_id, batch.error_file_id]) {
        if (!file) continue;
        const text = await (await client.files.content(file, { signal })).text();
        for (const line of text.split('\n')) if (line.trim()) yield rowOf(line, answerOf);
      }
    },
  };
}

function remote(batch: OpenAI.Batch): RemoteBatch {
  const counts = batch.request_counts;
  return {
    id: batch.id,
    ended: ENDED.has(batch.status),
    state: batch.status,
    done: (counts?.completed ?? 0) + (counts?.failed ?? 0),
    total: counts?.total ?? 0,
  };
}

function rowOf(line: string, answerOf: (data: unknown, requestId: string | undefined) => ModelAnswer): BatchRow {
  const row = JSON.parse(line) as {
    custom_id: string;
    response?: { status_code?: number; request_id?: string; body?: unknown } | null;
    error?: { code?: string; message?: string } | null;
  };
  const key = row.custom_id;
  const status = row.response?.status_code ?? 0;
  if (row.error || status >= 400 || !row.response)
    return { key, fault: row.error?.code ?? row.error?.message ?? `HTTP ${status}` };
  try {
    return { key, answer: answerOf(row.response.body, row.response.request_id) };
  } catch (error) {
    return { key, fault: (error as Error).message };
  }
}
