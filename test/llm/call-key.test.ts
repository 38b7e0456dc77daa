import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callKey, normalBaseUrl } from '../../src/llm/call-key.ts';
import type { Rung } from '../../src/llm/provider.ts';
import { openProvider } from '../../src/llm/providers.ts';
import { numberedRequest } from './requests.ts';

const place = { api: 'chat.completions', baseUrl: 'https://api.openai.com/v1' };
const prompt = { id: 'rewrite', version: 1 };
const body = { model: 'm', messages: [{ role: 'user', content: 'h\u00e9llo' }], max_tokens: 10 };

test('keys never change: a change here makes every stored answer unknown', () => {
  expect(callKey(place, body, prompt)).toBe('62ae794f10496d50f40a43bd8e8b68ed5b6d5b73bbf626a7eea140909bcc964e');
  expect(callKey(place, body, prompt, 1)).toBe('f29ca025d5e45c9f85fd6f54f9cb685142f807ececf123e6291bd749ab9ddcb6');
});

test('what changes an answer changes the key', () => {
  const keys = [
    callKey(place, body, prompt),
    callKey(place, { ...body, model: 'n' }, prompt),
    callKey(place, { ...body, temperature: 0 }, prompt),
    callKey(place, { ...body, temperature: null }, prompt),
    callKey(place, { ...body, response_format: { type: 'json_object' } }, prompt),
    callKey({ ...place, baseUrl: 'http://localhost:1/v1' }, body, prompt),
    callKey({ ...place, api: 'messages' }, body, prompt),
    callKey(place, body, { ...prompt, version: 2 }),
    callKey(place, body, prompt, 1),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

test.each(['mock', 'local', 'compatible', 'openai', 'anthropic'])('two questions to %s have two keys', (id) => {
  const provider = openProvider(id, {
    baseUrl: id === 'compatible' ? 'http://localhost:1/v1' : undefined,
    model: id === 'local' ? 'package.json' : 'm',
    env: {},
    readKeyFile: () => '',
    priced: false,
    offline: true,
  });
  const rung = provider.rungs[0] as Rung;
  const keyOf = (n: number) => callKey(provider, provider.body(numberedRequest(n, 'ok', 'boolean'), rung), prompt);
  expect(keyOf(1)).not.toBe(keyOf(2));
  expect(keyOf(1)).toBe(keyOf(1));
});

test('what changes none does not: order of fields, gaps, notes for the provider, the way an address is written', () => {
  const key = callKey(place, body, prompt);
  const { model, ...rest } = body;
  expect(callKey(place, { ...rest, model }, prompt)).toBe(key);
  expect(callKey(place, { ...body, temperature: undefined }, prompt)).toBe(key);
  expect(callKey(place, { ...body, store: true, metadata: { tag: 'x' }, user: 'u', stream: false }, prompt)).toBe(key);
  expect(callKey({ ...place, baseUrl: 'HTTPS://API.OPENAI.COM:443/v1/' }, body, prompt)).toBe(key);
});

test('a base URL has one normal form', () => {
  fc.assert(
    fc.property(fc.webUrl(), (url) => {
      expect(normalBaseUrl(normalBaseUrl(url))).toBe(normalBaseUrl(url));
    }),
  );
});
