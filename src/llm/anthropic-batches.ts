import type Anthropic from '@anthropic-ai/sdk';
import type { BatchApi, BatchRow, ModelAnswer, RemoteBatch } from './provider.ts';

/** Anthropic's message batches. They carry no note of ours, so a lost one is found by the keys of its rows. */
export function anthropicBatches(
  open: () => Promise<Anthropic>,
  answerOf: (data: unknown, requestId: string | undefined) => ModelAnswer,
): BatchApi {
  const api: BatchApi = {
    maxItems: 100_000,
    async submit(items, _tag, signal) {
      const requests = items.map(({ key, body }) => ({ custom_id: key, params: body as never }));
      return remote(await (await open()).messages.batches.create({ requests }, { signal }));
    },
    async poll(id, signal) {
      return remote(await (await open()).messages.batches.retrieve(id, {}, { signal }));
    },
    async findByTag(_tag, keys, signal) {
      const wanted = new Set(keys);
      let unended: RemoteBatch | undefined;
      for await (const batch of await (await open()).messages.batches.list({ limit: 100 }, { signal })) {
        const found = remote(batch);
        if (found.total !== keys.length) continue;
        if (!found.ended) {
          // Its rows cannot be read yet; one of the same size that still runs is waited for.
          unended ??= found;
          continue;
        }
        for await (const { key } of api.rows(found, signal)) {
          if (wanted.has(key)) return found;
          break;
        }
      }
      return unended;
    },
    async *rows({ id }, signal) {
      for await (const row of await (await open()).messages.batches.results(id, {}, { signal }))
        yield rowOf(row, answerOf);
    },
  };
  return api;
}

function remote(batch: Anthropic.Messages.MessageBatch): RemoteBatch {
  const { processing, succeeded, errored, canceled, expired } = batch.request_counts;
  const done = succeeded + errored + canceled + expired;
  return {
    id: batch.id,
    ended: batch.processing_status === 'ended',
    state: batch.processing_status,
    done,
    total: done + processing,
  };
}

function rowOf(
  row: Anthropic.Messages.MessageBatchIndividualResponse,
  answerOf: (data: unknown, requestId: string | undefined) => ModelAnswer,
): BatchRow {
  const { custom_id: key, result } = row;
  if (result.type !== 'succeeded') {
    const detail = result.type === 'errored' ? `: ${result.error.error.message}` : '';
    return { key, fault: `${result.type}${detail}` };
  }
  try {
    return { key, answer: answerOf(result.message, undefined) };
  } catch (error) {
    return { key, fault: (error as Error).message };
  }
}
