import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Api, type Body, read, send } from './fault-server.ts';

interface Row {
  readonly custom_id: string;
  readonly body: Body;
}

interface DeskBatch {
  readonly id: string;
  readonly api: Api;
  readonly rows: readonly Row[];
  readonly metadata: unknown;
  polls: number;
  ended: boolean;
}

/** The batch counters of the fault server: files and batches of both wire formats. */
export class BatchDesk {
  readonly batches = new Map<string, DeskBatch>();
  /** Polls until a batch ends. */
  pollsToEnd = 1;
  /** Keys whose rows come back as an error. */
  failing: (key: string) => boolean = () => false;
  /** Keys that are left when the batch expires; the state is `expired` then. */
  unfinished: (key: string) => boolean = () => false;
  /** How a batch ends in OpenAI's words. */
  endsAs = 'completed';
  /** Takes the batch in and never says so: the connection is cut. */
  cutSubmit = false;
  private readonly files = new Map<string, string>();
  private readonly results = new Map<string, readonly Row[]>();
  private readonly work: (api: Api, body: Body) => unknown;
  private next = 1;

  constructor(work: (api: Api, body: Body) => unknown) {
    this.work = work;
  }

  /** Answers a request if it is for the desk. */
  async serve(route: string, url: URL, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (route === 'POST /v1/files') {
      const raw = await read(request);
      const id = `file-${this.next++}`;
      this.files.set(
        id,
        raw
          .split('\n')
          .filter((line) => line.startsWith('{"custom_id"'))
          .join('\n'),
      );
      send(response, 200, { id, object: 'file', purpose: 'batch' });
      return true;
    }
    if (route === 'POST /v1/batches') {
      const { input_file_id, metadata } = JSON.parse(await read(request)) as {
        input_file_id: string;
        metadata: unknown;
      };
      const rows = (this.files.get(input_file_id) ?? '').split('\n').map((line) => JSON.parse(line) as Row);
      this.open('openai', rows, metadata, request, response);
      return true;
    }
    if (route === 'POST /v1/messages/batches') {
      const { requests } = JSON.parse(await read(request)) as { requests: { custom_id: string; params: Body }[] };
      const rows = requests.map(({ custom_id, params }) => ({ custom_id, body: params }));
      this.open('anthropic', rows, undefined, request, response);
      return true;
    }
    if (route === 'GET /v1/batches' || route === 'GET /v1/messages/batches') {
      const api = route === 'GET /v1/batches' ? 'openai' : 'anthropic';
      const data = [...this.batches.values()].filter((batch) => batch.api === api).map((batch) => this.view(batch));
      send(response, 200, { object: 'list', data, has_more: false, first_id: null, last_id: null });
      return true;
    }
    const poll = /^GET \/v1\/(?:messages\/)?batches\/([\w-]+)$/.exec(route);
    const batch = poll && this.batches.get(poll[1] as string);
    if (batch) {
      if (++batch.polls > this.pollsToEnd) batch.ended = true;
      send(response, 200, this.view(batch));
      return true;
    }
    const file = /^GET \/v1\/files\/(out|err)-([\w-]+)\/content$/.exec(route);
    const of = file && this.batches.get(file[2] as string);
    if (of) {
      send(response, 200, this.openAiLines(of, file[1] === 'err'));
      return true;
    }
    const results = /^GET \/v1\/messages\/batches\/([\w-]+)\/results$/.exec(url.pathname ? route : '');
    const from = results && this.batches.get(results[1] as string);
    if (from) {
      response.writeHead(200, { 'content-type': 'application/x-jsonl' });
      response.end(this.anthropicLines(from));
      return true;
    }
    return false;
  }

  private open(
    api: Api,
    rows: readonly Row[],
    metadata: unknown,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const batch: DeskBatch = { id: `batch-${this.next++}`, api, rows, metadata, polls: 0, ended: false };
    this.batches.set(batch.id, batch);
    if (this.cutSubmit) {
      this.cutSubmit = false;
      request.socket.destroy();
      return;
    }
    send(response, 200, this.view(batch));
  }

  private view(batch: DeskBatch): unknown {
    const good = batch.rows.filter(({ custom_id }) => !this.failing(custom_id) && !this.unfinished(custom_id)).length;
    const errored = batch.rows.filter(({ custom_id }) => this.failing(custom_id)).length;
    const expired = batch.rows.length - good - errored;
    if (batch.api === 'anthropic')
      return {
        id: batch.id,
        type: 'message_batch',
        processing_status: batch.ended ? 'ended' : 'in_progress',
        request_counts: batch.ended
          ? { processing: 0, succeeded: good, errored, canceled: 0, expired }
          : { processing: batch.rows.length, succeeded: 0, errored: 0, canceled: 0, expired: 0 },
        created_at: '2026-01-01T00:00:00Z',
        results_url: batch.ended ? `/v1/messages/batches/${batch.id}/results` : null,
      };
    return {
      id: batch.id,
      object: 'batch',
      status: batch.ended ? this.endsAs : 'in_progress',
      metadata: batch.metadata,
      request_counts: {
        total: batch.rows.length,
        completed: batch.ended ? good : 0,
        failed: batch.ended ? errored : 0,
      },
      output_file_id: batch.ended && good > 0 ? `out-${batch.id}` : null,
      error_file_id: batch.ended && good < batch.rows.length ? `err-${batch.id}` : '',
    };
  }

  private worked(batch: DeskBatch): ReadonlyMap<string, unknown> {
    const rows = this.results.get(batch.id) ?? batch.rows;
    this.results.set(batch.id, rows);
    return new Map(
      // Results come in another order than the requests.
      [...rows]
        .reverse()
        .flatMap(({ custom_id, body }) =>
          this.failing(custom_id) || this.unfinished(custom_id)
            ? []
            : [[custom_id, this.answerOnce(batch, custom_id, body)]],
        ),
    );
  }

  private readonly answers = new Map<string, unknown>();

  /** A row is worked out, and billed, once. */
  private answerOnce(batch: DeskBatch, key: string, body: Body): unknown {
    const name = `${batch.id}/${key}`;
    if (!this.answers.has(name)) this.answers.set(name, this.work(batch.api, body));
    return this.answers.get(name);
  }

  private openAiLines(batch: DeskBatch, errors: boolean): string {
    const worked = this.worked(batch);
    const lines = errors
      ? batch.rows
          .filter(({ custom_id }) => !worked.has(custom_id))
          .map(({ custom_id }) => ({
            custom_id,
            response: null,
            error: { code: this.failing(custom_id) ? 'server_error' : 'batch_expired', message: 'not done' },
          }))
      : [...worked].map(([custom_id, body]) => ({
          custom_id,
          response: { status_code: 200, request_id: 'req_b', body },
          error: null,
        }));
    return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  }

  private anthropicLines(batch: DeskBatch): string {
    const worked = this.worked(batch);
    return batch.rows
      .map(({ custom_id }) => {
        const message = worked.get(custom_id);
        const result = message
          ? { type: 'succeeded', message }
          : this.failing(custom_id)
            ? { type: 'errored', error: { type: 'error', error: { type: 'api_error', message: 'not done' } } }
            : { type: 'expired' };
        return `${JSON.stringify({ custom_id, result })}\n`;
      })
      .join('');
  }
}
