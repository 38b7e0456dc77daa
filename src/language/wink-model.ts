import { createRequire } from 'node:module';
import type { Model } from 'wink-nlp';

interface Feature {
  list: (string | ReadonlySet<number>)[];
  hash?: Record<string, number>;
  intrinsicSize?: number;
  index?: number;
  maxIndex?: number;
}

/** The parts of wink's model file that its reader changes. */
interface Core {
  readonly packing: { readonly layout: Readonly<Record<string, readonly number[]>>; efList?: string[] };
  readonly features: Record<string, Feature>;
  readonly pos: { readonly hash: Readonly<Record<string, number>> };
  lexicon: string | Uint32Array;
  xpansions: string | Uint32Array;
}

const require = createRequire(import.meta.url);

/** wink's English model, its core read in half the time: as the package reads it, but without copying all of the file first. */
export function openWinkModel(): Model {
  const model = require('wink-eng-lite-web-model') as Model;
  const file = require('wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json') as Core;
  return { ...model, core: () => readCore(file) } as Model;
}

/** What `core()` of the package gives; the file stays as it is, since a second instance reads it again. */
export function readCore(file: Core): Core {
  const { layout } = file.packing;
  const features = Object.fromEntries(
    Object.entries(file.features).map(([name, feature]) => [name, { ...feature, list: feature.list?.slice() }]),
  ) as Record<string, Feature>;
  for (const [name, [, mask = 0, shift, kind]] of Object.entries(layout)) {
    if (kind !== 0) continue;
    const feature = features[name] as Feature;
    feature.hash = placesOf(feature.list as string[]);
    feature.intrinsicSize = feature.index = feature.list.length;
    feature.maxIndex = mask >>> (shift as number);
  }
  const { lexeme, posClusters } = features as { lexeme: Feature; posClusters: Feature };
  lexeme.hash = placesOf(lexeme.list as string[]);
  lexeme.intrinsicSize = lexeme.index = lexeme.list.length;
  posClusters.list = posClusters.list.map(
    (cluster) => new Set((cluster as string).split('_').map((tag) => file.pos.hash[tag] || 0)),
  );
  return {
    ...file,
    features,
    packing: { ...file.packing, efList: Object.keys(layout).filter((name) => layout[name]?.[4] === 1) },
    lexicon: numbersOf(file.lexicon as string),
    xpansions: numbersOf(file.xpansions as string),
  };
}

/** The place of each word in a list; the last one where a word stands twice. */
function placesOf(list: readonly string[]): Record<string, number> {
  const places = Object.create(null) as Record<string, number>;
  for (let i = 0; i < list.length; i++) places[list[i] as string] = i;
  return places;
}

function numbersOf(base64: string): Uint32Array {
  const bytes = Buffer.from(base64, 'base64');
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
