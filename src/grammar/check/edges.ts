import type { SourcePeople } from '../source.ts';
import type { CheckContext, CheckedPattern } from './context.ts';
import { type Flat, type FlatNode, nodesOf, readingsOf } from './flatten.ts';

/** First or last words that a pattern or name can give, lower-case, each with the place of one that gives it. */
export type Words = ReadonlyMap<string, string>;

const PRONOUNS: Readonly<Record<string, readonly string[]>> = {
  '': ['she', 'he', 'they'],
  o: ['her', 'him', 'them'],
  possessive: ['her', 'his', 'their'],
};
const NONE: Words = new Map();

/** Which end of a pattern is looked at. */
type End = 'first' | 'last';

/** Works out with which words a name can begin and end, through sets, slots, people and values. */
export class Edges {
  private readonly context: CheckContext;
  private readonly cache = new Map<string, Words>();
  private readonly open = new Set<string>();

  private readonly schemas: ReadonlySet<string>;

  constructor(context: CheckContext) {
    this.context = context;
    this.schemas = new Set(context.source.schemas.map(({ file }) => file));
  }

  /** Words at one end of what a node stands for in a story of `folder`, or in those of one schema's file alone. */
  of(node: FlatNode, end: End, pattern: CheckedPattern, folder: string, schema = ''): Words {
    if (node.kind === 'set') {
      const set = this.context.set(node.name, pattern.file, folder);
      if (!set) return NONE;
      return this.cached(`set\0${set.scope}\0${set.name}\0${end}\0${folder}`, () =>
        this.ofTexts(set.parts, end, pattern, folder, `${set.file}:${set.line}`),
      );
    }
    if (node.kind !== 'ref') return NONE;
    const meaning = this.context.meaning(node.name, pattern.file, folder);
    if (meaning?.kind === 'slot') {
      const { slot } = meaning;
      return this.cached(`slot\0${slot.scope}\0${slot.name}\0${end}\0${folder}`, () =>
        join(slot.values.map(({ text, line }) => this.ofTexts([text], end, pattern, folder, `${slot.file}:${line}`))),
      );
    }
    if (meaning?.kind === 'people') {
      const { people } = meaning;
      return this.cached(`people\0${people.file}\0${people.name}\0${node.form}\0${end}`, () =>
        this.ofPeople(people, node.form, end),
      );
    }
    if (meaning?.kind !== 'fact' || pattern.role !== 'telling') return NONE;
    const asked = JSON.stringify([pattern.telling?.take[node.name], pattern.telling?.tags[node.name]]);
    const told = (file: string) =>
      file.startsWith(`${folder}/`) && (!schema || !this.schemas.has(file) || file === schema);
    return this.cached(
      `fact\0${node.name}\0${node.form}\0${end}\0${pattern.name}\0${pattern.file}\0${asked}\0${folder}\0${schema}`,
      () =>
        join(
          this.context
            .valuesFor(pattern, node.name)
            .filter(({ file }) => told(file))
            .map(({ value, file }) => {
              const text = value.forms[node.form];
              const inside = { ...pattern, role: 'value' as const, file };
              return text === undefined ? NONE : this.ofTexts([text], end, inside, folder, `${file}:${value.line}`);
            }),
        ),
    );
  }

  private ofPeople(people: SourcePeople, form: string, end: End): Words {
    const words = new Map<string, string>();
    for (const { name, later, line } of people.persons)
      for (const text of [name, later]) {
        const list = text.split(' ');
        const word = end === 'first' ? list[0] : form === 'possessive' ? '' : list.at(-1);
        if (word) words.set(word.toLowerCase(), `${people.file}:${line}`);
      }
    for (const word of PRONOUNS[form] ?? []) words.set(word, people.file);
    return words;
  }

  private ofTexts(texts: readonly string[], end: End, pattern: CheckedPattern, folder: string, at: string): Words {
    const found = new Map<string, string>();
    for (const text of texts)
      for (const reading of readingsOf(nodesOf(text)))
        for (const [word, place] of this.ofReading(reading, end, pattern, folder, at)) found.set(word, place);
    return found;
  }

  private ofReading(reading: Flat, end: End, pattern: CheckedPattern, folder: string, at: string): Words {
    const nodes = end === 'first' ? reading : reading.toReversed();
    for (const node of nodes) {
      if (node.kind === 'set' || node.kind === 'ref') return this.of(node, end, pattern, folder);
      if (node.kind === 'joint') return NONE;
      const text = node.kind === 'text' ? node.text : node.word;
      if (text.trim() === '') continue;
      const word = end === 'first' ? firstWord(text) : lastWord(text);
      return word ? new Map([[word, at]]) : NONE;
    }
    return NONE;
  }

  private cached(key: string, work: () => Words): Words {
    const found = this.cache.get(key);
    if (found) return found;
    if (this.open.has(key)) return NONE;
    this.open.add(key);
    const words = work();
    this.open.delete(key);
    this.cache.set(key, words);
    return words;
  }
}

/** The word that a text begins with, lower-case, of "I'm" the "I"; undefined where a mark stands first. */
export function firstWord(text: string): string | undefined {
  return /^\s*([A-Za-z]+(?:'[a-z]+)?)(?=$|[\s,.;:?!])/.exec(withoutVerbs(text))?.[1]?.toLowerCase();
}

/** The word that a text ends with, lower-case, of "I'm" the "I"; undefined where a mark stands last. */
export function lastWord(text: string): string | undefined {
  return /(?:^|[\s(])([A-Za-z]+(?:'[a-z]+)?)\s*$/.exec(withoutVerbs(text))?.[1]?.toLowerCase();
}

/** A text with "I'm" as "I", since a voice that does not contract reads "I am". */
export function withoutVerbs(text: string): string {
  return text.replace(/(?<![\w'-])(i|you|he|she|it|we|they)'(?:m|re|ve|ll|d|s)(?![\w'-])/gi, '$1');
}

function join(all: readonly Words[]): Words {
  const found = new Map<string, string>();
  for (const words of all) for (const [word, at] of words) if (!found.has(word)) found.set(word, at);
  return found;
}
