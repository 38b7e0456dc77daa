import { hashText } from '../core/random.ts';
import type { ModelAnswer, Provider } from './provider.ts';
import { readObject } from './read-answer.ts';
import { estimatedUsage } from './usage.ts';

interface MockBody {
  readonly task: string;
  readonly system: string;
  /** Not "user": a field of that name is an end user's at OpenAI, and no part of a call's key. */
  readonly question: string;
}

interface AskedRow {
  readonly id: number;
  readonly texts: readonly { readonly text: string; readonly keep?: readonly string[] }[];
}

/** Words that the mock trades, so that its answers differ from what it was given. */
const TRADES: readonly (readonly [RegExp, string])[] = [
  [/\bI am\b/g, "I'm"],
  [/\bdid not\b/g, "didn't"],
  [/\bdo not\b/g, "don't"],
  [/\bcannot\b/g, "can't"],
  [/\bnobody\b/g, 'no one'],
  [/\bsomebody\b/g, 'someone'],
  [/\beverybody\b/g, 'everyone'],
  [/\babout it\b/g, 'over it'],
  [/\bsaid that\b/g, 'told me'],
  [/\ba lot\b/g, 'quite a bit'],
];

/** What the mock proposes for any fact: one to take, one without an alternation, one that no text may hold. */
const PROPOSALS = [
  'I [told|asked|called] [an old friend|a cousin|somebody I trust] about it [that night|the same week|on the way home]',
  'it was as it was',
  'I [met|saw] {nobody.o} [once|twice] that week',
];

/**
 * Answers every task at once, the same each time, free and offline: for trying the model layer without a key. Its rewrites
 * turn sentences round and trade a few words; they show the machinery, not what a model can do.
 */
export function mock(): Provider {
  return {
    id: 'mock',
    api: 'mock',
    baseUrl: 'mock:',
    paid: false,
    priceProvider: undefined,
    rungs: ['json_schema'],
    body: ({ model, system, user, maxOutputTokens, output }) => ({
      model,
      task: output.name,
      system,
      question: user,
      max_tokens: maxOutputTokens,
    }),
    async send(body): Promise<ModelAnswer> {
      const { task, system, question } = body as unknown as MockBody;
      const content = JSON.stringify(answerTo(task, system, question));
      return {
        content,
        finish: 'stop',
        model: String(body.model),
        usage: { ...estimatedUsage(system + question, content), estimated: false },
        requestId: undefined,
      };
    },
    models: async () => ['mock'],
  };
}

function answerTo(task: string, system: string, question: string): unknown {
  const { rows = [] } = (readObject(question) ?? {}) as { rows?: readonly AskedRow[] };
  switch (task) {
    case 'rewrite':
    case 'expand':
      return { rows: rows.map(({ id, texts }) => ({ id, texts: texts.map(({ text }) => retold(text)) })) };
    case 'label': {
      const labels = (/The labels, and no others: (.*)/.exec(system)?.[1] ?? '')
        .split(',')
        .map((label) => label.trim());
      return {
        rows: rows.map((row) => {
          const hash = hashText(JSON.stringify(row.texts)) >>> 0;
          return {
            id: row.id,
            label: labels[hash % labels.length] ?? '',
            confidence: 1 / labels.length,
            reason: 'the mock reads nothing',
          };
        }),
      };
    }
    case 'label-scores': {
      const names = [
        ...(/The scores, and no others:\n((?:- .*\n)*)/.exec(system)?.[1] ?? '').matchAll(/^- ([^:]+):/gm),
      ];
      return {
        rows: rows.map((row) => {
          const texts = JSON.stringify(row.texts);
          return {
            id: row.id,
            scores: names.map(([, name]) => ({ name, score: ((hashText(`${name}${texts}`) >>> 0) % 101) / 100 })),
            confidence: 0,
            reason: 'the mock reads nothing',
          };
        }),
      };
    }
    case 'judge':
      return {
        rows: rows.map((row) => {
          const hash = hashText(JSON.stringify(row.texts)) >>> 0;
          return { id: row.id, coherence: 1 + (hash % 5), human: 1 + ((hash >>> 8) % 5), fault: null };
        }),
      };
    case 'grow':
      return { values: PROPOSALS };
    case 'ping':
      return { ok: true };
    default:
      return { values: [] };
  }
}

function retold(text: string): string {
  const traded = TRADES.reduce((told, [pattern, word]) => told.replace(pattern, word), text);
  const sentences = traded.match(/[^.!?]+[.!?]*\s*/g) ?? [traded];
  if (sentences.length < 2)
    return traded === text ? `well, ${text.replace(/^([A-Z])(?=[a-z]+ )/, (c) => c.toLowerCase())}` : traded;
  const last = sentences.at(-1) as string;
  return [...sentences.slice(0, -2), last.trim(), (sentences.at(-2) as string).trim()]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
