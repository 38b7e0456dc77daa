import { UsageError } from '../core/errors.ts';
import { nearHint } from '../core/nearest-name.ts';
import { anthropic } from './anthropic.ts';
import { local } from './local.ts';
import { mock } from './mock.ts';
import { openAi } from './openai.ts';
import type { Provider } from './provider.ts';

/** Where a provider is and what opens it. */
export interface ProviderSettings {
  readonly baseUrl: string | undefined;
  readonly model: string;
  /** The environment, or what stands for it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Reads a key file that the environment names. */
  readonly readKeyFile: (path: string) => string;
  /** True where the user gave a price: then even a server on this machine is paid. */
  readonly priced: boolean;
  /** True where nothing will be sent, so that no key is needed. */
  readonly offline?: boolean;
}

interface ProviderKind {
  readonly title: string;
  /** The environment variable that holds the key; `<it>_FILE` may name a file instead. */
  readonly keyVariable: string | undefined;
  readonly keyNeeded: boolean;
  readonly urlVariable: string | undefined;
  readonly defaultUrl: string | undefined;
  readonly defaultModel: string | undefined;
  /** Rows that one call serves unless said otherwise: small models have small contexts. */
  readonly rowsPerCall: number;
  open(settings: {
    readonly apiKey: string;
    readonly baseUrl: string;
    readonly model: string;
    readonly priced: boolean;
  }): Provider;
}

/** Every provider by the name that --provider takes. */
export const PROVIDERS: Readonly<Record<string, ProviderKind>> = {
  openai: {
    title: 'OpenAI',
    keyVariable: 'OPENAI_API_KEY',
    keyNeeded: true,
    urlVariable: 'OPENAI_BASE_URL',
    defaultUrl: 'https://api.openai.com/v1',
    defaultModel: undefined,
    rowsPerCall: 10,
    open: ({ apiKey, baseUrl }) => openAi({ apiKey, baseUrl, own: true }),
  },
  anthropic: {
    title: 'Anthropic',
    keyVariable: 'ANTHROPIC_API_KEY',
    keyNeeded: true,
    urlVariable: 'ANTHROPIC_BASE_URL',
    defaultUrl: 'https://api.anthropic.com',
    defaultModel: undefined,
    rowsPerCall: 10,
    open: ({ apiKey, baseUrl }) => anthropic({ apiKey, baseUrl }),
  },
  compatible: {
    title: 'any server that speaks OpenAI chat completions: Ollama, vLLM, llama.cpp, LM Studio, OpenRouter',
    keyVariable: 'FABULA_API_KEY',
    keyNeeded: false,
    urlVariable: 'FABULA_BASE_URL',
    defaultUrl: undefined,
    defaultModel: undefined,
    rowsPerCall: 10,
    open: ({ apiKey, baseUrl, priced }) => {
      const provider = openAi({ apiKey, baseUrl, own: false });
      return priced ? { ...provider, paid: true } : provider;
    },
  },
  local: {
    title: 'a GGUF file on this machine (needs the package node-llama-cpp)',
    keyVariable: undefined,
    keyNeeded: false,
    urlVariable: undefined,
    defaultUrl: 'local:',
    defaultModel: undefined,
    rowsPerCall: 1,
    open: ({ model }) => local({ file: model }),
  },
  mock: {
    title: 'answers that are made up here, to try everything without a key',
    keyVariable: undefined,
    keyNeeded: false,
    urlVariable: undefined,
    defaultUrl: 'mock:',
    defaultModel: 'mock',
    rowsPerCall: 10,
    open: () => mock(),
  },
};

/** Opens the provider of that name. Throws UsageError for an unknown name, a missing key, address or model. */
export function openProvider(name: string, settings: ProviderSettings): Provider {
  const kind = providerKind(name);
  const model = modelOf(name, settings.model);
  const baseUrl = settings.baseUrl ?? (kind.urlVariable && settings.env[kind.urlVariable]) ?? kind.defaultUrl;
  if (!baseUrl)
    throw new UsageError('no-base-url', `${name} needs the address of its server`, {
      at: '--base-url',
      hint: 'give it with --base-url, such as http://localhost:11434/v1 for Ollama',
    });
  if (!URL.canParse(baseUrl))
    throw new UsageError('bad-base-url', `'${baseUrl}' is not an address`, {
      at: '--base-url',
      hint: 'write it as https://host/v1',
    });
  const apiKey = keyOf(kind, settings);
  if (kind.keyNeeded && !apiKey && !settings.offline)
    throw new UsageError('no-key', `${kind.title} needs a key, and ${kind.keyVariable} is not set`, {
      hint: `set ${kind.keyVariable}, or ${kind.keyVariable}_FILE to a file that only you can read (mode 600)`,
    });
  return kind.open({ apiKey, baseUrl, model, priced: settings.priced });
}

/** The provider of that name. Throws UsageError where there is none. */
export function providerKind(name: string): ProviderKind {
  const kind = PROVIDERS[name];
  if (!kind)
    throw new UsageError('unknown-provider', `there is no provider '${name}'`, {
      at: '--provider',
      hint: nearHint(name, Object.keys(PROVIDERS)),
    });
  return kind;
}

/** The model as named, or the provider's own. Throws UsageError where it has none. */
export function modelOf(name: string, model: string | undefined): string {
  const found = model || providerKind(name).defaultModel;
  if (!found)
    throw new UsageError('no-model-named', `${name} needs the name of a model`, {
      at: '--model',
      hint: 'name one, such as --model gpt-5.6-luna or --model claude-opus-5-5 or --model llama3.2',
    });
  return found;
}

/** The variable of the environment that gives a provider's key, or names its file; undefined where neither is set. */
export function keySource({ keyVariable }: ProviderKind, env: ProviderSettings['env']): string | undefined {
  if (!keyVariable) return undefined;
  return [keyVariable, `${keyVariable}_FILE`].find((name) => env[name]?.trim());
}

function keyOf(kind: ProviderKind, { env, readKeyFile }: ProviderSettings): string {
  const source = keySource(kind, env);
  if (source === undefined) return '';
  const value = env[source]?.trim() as string;
  return source === kind.keyVariable ? value : readKeyFile(value).trim();
}
