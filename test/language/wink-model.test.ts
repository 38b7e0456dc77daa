import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { readCore } from '../../src/language/wink-model.ts';

const require = createRequire(import.meta.url);

test('the core of the model is what the package itself reads, twice, and the file stays as it was', () => {
  const file = require('wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json');
  const before = JSON.stringify(file);
  const expected = require('wink-eng-lite-web-model').core();
  for (const core of [readCore(file), readCore(file)]) {
    const { features, ...rest } = core;
    const { features: theirs, ...others } = expected;
    expect(rest).toEqual(others);
    expect(Object.keys(features)).toEqual(Object.keys(theirs));
    // The places as maps: a difference in 87,000 keys is then printed, not the whole object.
    for (const [name, { hash, list, ...feature }] of Object.entries(features)) {
      const { hash: places, list: words, ...own } = theirs[name];
      expect(feature).toEqual(own);
      expect(list.length).toBe(words.length);
      expect(list.every((word, i) => word === words[i] || word instanceof Set)).toBe(true);
      expect(new Map(Object.entries(hash ?? {}))).toEqual(new Map(Object.entries(places ?? {})));
    }
    expect(features.posClusters?.list).toEqual(theirs.posClusters.list);
  }
  expect(JSON.stringify(file)).toBe(before);
});
