import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../core/errors.ts';
import { systemText, turnsOf } from './messages.ts';
import type { ModelAnswer, Provider } from './provider.ts';
import { plainUsage } from './usage.ts';

/** What of node-llama-cpp is used; it is an optional peer, so its own types may be missing. */
interface LlamaModule {
  getLlama(options: object): Promise<Llama>;
  LlamaChatSession: new (options: object) => ChatSession;
}
interface Llama {
  loadModel(options: { modelPath: string }): Promise<LlamaModel>;
  createGrammarForJsonSchema(schema: object): Promise<unknown>;
  dispose(): Promise<void>;
}
interface LlamaModel {
  createContext(options: object): Promise<{ getSequence(): Sequence; dispose(): Promise<void> }>;
  tokenize(text: string): readonly unknown[];
}
interface Sequence {
  clearHistory(): Promise<void>;
}
interface ChatSession {
  promptWithMeta(text: string, options: object): Promise<{ responseText: string; stopReason: string }>;
  dispose(options?: object): void;
}

interface Opened {
  readonly module: LlamaModule;
  readonly llama: Llama;
  readonly model: LlamaModel;
  readonly sequence: Sequence;
}

/** Tokens that a context holds: a prompt of a few rows and its answer. */
const CONTEXT = 4096;

/**
 * A GGUF file on this machine through node-llama-cpp, which is not a dependency (670 MB): `npm i node-llama-cpp`. One
 * context, one call at a time; its grammar keeps an answer to the schema, and the same checks follow as for any provider.
 */
export function local(settings: { readonly file: string; readonly load?: () => Promise<unknown> }): Provider {
  let opened: Promise<Opened> | undefined;
  const open = () => {
    opened ??= openModel(settings.file, settings.load ?? loadModule);
    return opened;
  };
  return {
    id: 'local',
    api: 'local',
    baseUrl: `local:${basename(settings.file)}`,
    paid: false,
    priceProvider: undefined,
    rungs: ['json_schema', 'text'],
    maxConcurrency: 1,
    body: (request, rung) => ({
      model: request.model,
      system: systemText(request),
      turns: turnsOf(request),
      max_tokens: request.maxOutputTokens,
      temperature: request.temperature ?? 0.7,
      // One seed for all: the same question has the same answer.
      seed: 1,
      ...(rung === 'json_schema' ? { schema: request.output.schema } : {}),
    }),
    async send(body, { signal }) {
      const { module, llama, model, sequence } = await open();
      const turns = body.turns as ReturnType<typeof turnsOf>;
      await sequence.clearHistory();
      const session = new module.LlamaChatSession({ contextSequence: sequence, systemPrompt: body.system });
      const question = turns
        .map(({ role, content }) => (role === 'user' ? content : `Your answer was: ${content}`))
        .join('\n\n');
      try {
        const grammar = body.schema ? await llama.createGrammarForJsonSchema(body.schema as object) : undefined;
        const { responseText, stopReason } = await session.promptWithMeta(question, {
          ...(grammar ? { grammar } : {}),
          maxTokens: body.max_tokens,
          temperature: body.temperature,
          seed: body.seed,
          signal,
          stopOnAbortSignal: false,
        });
        return {
          content: responseText,
          finish: stopReason === 'maxTokens' ? 'length' : 'stop',
          model: String(body.model),
          usage: plainUsage(model.tokenize(`${body.system}${question}`).length, model.tokenize(responseText).length),
          requestId: undefined,
        } satisfies ModelAnswer;
      } finally {
        session.dispose({ disposeSequence: false });
      }
    },
    models: async () => [basename(settings.file)],
    async close() {
      await (await opened)?.llama.dispose();
    },
  };
}

async function openModel(file: string, load: () => Promise<unknown>): Promise<Opened> {
  if (!existsSync(file))
    throw new UsageError('no-model-file', `there is no model file ${file}`, { hint: 'name a GGUF file with --model' });
  const module = (await load()) as LlamaModule;
  const threads = availableParallelism();
  // Threads are set: with its own choice a busy machine fell from 40 tokens a second to 0.4 (llm.md 4.6).
  const llama = await module.getLlama({ maxThreads: threads, logLevel: 'error', gpu: 'auto' });
  const model = await llama.loadModel({ modelPath: file });
  const context = await model.createContext({ contextSize: CONTEXT, threads });
  return { module, llama, model, sequence: context.getSequence() };
}

/** The package beside this program, or in the folder where it was called. */
async function loadModule(): Promise<unknown> {
  const name = 'node-llama-cpp';
  try {
    return await import(name);
  } catch {
    try {
      return await import(pathToFileURL(createRequire(join(process.cwd(), 'x.js')).resolve(name)).href);
    } catch (cause) {
      throw new UsageError('no-local-runtime', 'the package node-llama-cpp is not installed', {
        hint: 'run npm i node-llama-cpp (670 MB), or use --provider compatible with a local server',
        cause,
      });
    }
  }
}
