import { OPENING_WORDS } from '../core/opening-words.ts';
import { hashText } from '../core/random.ts';
import type { PersonForms } from './compiled.ts';
import { countDerivations } from './count.ts';
import type { Lexicon, VerbForm } from './lexicon.ts';
import { literalOf } from './literal.ts';
import type { NumberSlot } from './number-words.ts';
import { type Node, type Option, PatternFault, parsePattern } from './pattern.ts';
import type { SetMode } from './source.ts';
import type { Emit } from './teller.ts';
import {
  writeAll,
  writeArticle,
  writeComputed,
  writeDealt,
  writeDrawn,
  writeEnd,
  writeFact,
  writeGap,
  writeInSequence,
  writeNoun,
  writeNumber,
  writePerson,
  writeRedrawn,
  writeText,
  writeVariant,
  writeVerb,
} from './writers.ts';

/** What a name means in the place where a pattern stands. */
export type Meaning =
  | { readonly kind: 'fact'; readonly index: number; readonly forms: readonly string[] }
  | { readonly kind: 'slot'; readonly emit: Emit; readonly length: number }
  | { readonly kind: 'computed'; readonly forms: readonly string[] }
  | { readonly kind: 'number'; readonly slot: NumberSlot }
  | { readonly kind: 'person'; readonly index: number; readonly candidates: readonly PersonForms[] };

export interface NamedSet {
  readonly index: number;
  readonly parts: readonly string[];
  readonly mode: SetMode;
  readonly key: string;
}

/** Finds what names mean; undefined for an unknown name. */
export interface Scope {
  meaning(name: string): Meaning | undefined;
  set(name: string): NamedSet | undefined;
  /** Connectives for two facts told in this order; undefined if no relation is declared. */
  connectives(from: string, to: string): readonly string[] | undefined;
  readonly lexicon: Lexicon;
}

export interface CompiledPattern {
  readonly emit: Emit;
  /** Mean length in characters, facts not counted. */
  readonly length: number;
  /** Parts of each alternation that `teller.variant` tells apart, leftmost first; none unless a limit was given. */
  readonly sizes: readonly number[];
}

/** Compiles a pattern to a closure over flat arrays. `key` names its draws. Throws `PatternFault`. */
export function compilePattern(source: string, scope: Scope, key = source): CompiledPattern {
  const compiler = new Compiler(scope, hashText(key), 1);
  const emit = compiler.sequence(parsePattern(source));
  return { emit, length: compiler.length, sizes: [] };
}

/**
 * Compiles a pattern whose outer alternations, leftmost first and up to `limit` combinations, are not drawn but read
 * from `teller.variant`: two variants are never the same derivation. Weighted alternations and names stay draws.
 */
export function compileVariants(source: string, scope: Scope, limit: number, key = source): CompiledPattern {
  const compiler = new Compiler(scope, hashText(key), limit);
  const emit = compiler.sequence(parsePattern(source));
  return { emit, length: compiler.length, sizes: compiler.sizes };
}

/** A mark inside a closing quote ends the sentence only at the end of the pattern: "said 'why?' and left". */
const SENTENCE_END = /([.?!])(['"]?)(?=\s|$)/;
const ABBREVIATION = /\b(?:[ap]\.m|Dr|Mr|Ms|Mrs|St|vs|etc|e\.g|i\.e|No)$/;
const ARTICLE_END = /(^|[\s('"])(an?)\s$/i;
/** An article that ends a part of an alternation, before what stands behind the alternation. */
const ARTICLE_LAST = /(^|[\s('"])(an?)\s?$/i;

class Compiler {
  length = 0;
  readonly sizes: number[] = [];
  private variants = 1;
  private depth = 0;
  /** Something with a space before it stands behind the alternation that is being compiled. */
  private followed = false;
  private ordinal = 0;
  private lastFact = '';
  private readonly scope: Scope;
  private readonly key: number;
  private readonly limit: number;

  constructor(scope: Scope, key: number, limit: number) {
    this.scope = scope;
    this.key = key;
    this.limit = limit;
  }

  sequence(nodes: readonly Node[]): Emit {
    const emits = nodes.flatMap((node, i) => this.node(node, nodes[i + 1], nodes, i));
    return writeAll(emits);
  }

  private nextDraw(): number {
    return this.key + Math.imul(++this.ordinal, 0x9e3779b1);
  }

  private node(node: Node, next: Node | undefined, nodes: readonly Node[], at: number): readonly Emit[] {
    switch (node.kind) {
      case 'text':
        this.length += node.text.length;
        return this.text(node.text, next);
      case 'choice':
        return [this.choice(node.options, next !== undefined && (next.kind !== 'text' || /^\s/.test(next.text)))];
      case 'set':
        return [this.set(node.name)];
      case 'ref':
        return [this.reference(node.name, node.form)];
      case 'joint':
        return [this.joint(nodes.slice(at + 1))];
      case 'verb': {
        const plural = this.scope.lexicon.pluralVerb(node.word);
        if (!plural)
          throw new PatternFault(
            `the lexicon has no verb '${node.word}'`,
            'use its he/she form, or add its base form to templates/lexicon/english.yaml',
            0,
          );
        this.length += node.word.length;
        const [one, many] = [literalOf(node.word), literalOf(plural)];
        return [writeVerb(one, many)];
      }
      case 'noun': {
        const plural = this.scope.lexicon.plural(node.word);
        if (!plural)
          throw new PatternFault(
            `the lexicon has no noun '${node.word}'`,
            'add it to templates/lexicon/english.yaml',
            0,
          );
        this.length += plural.length;
        const [one, many] = [literalOf(node.word), literalOf(plural)];
        return [writeNoun(one, many)];
      }
    }
  }

  private text(text: string, next: Node | undefined): Emit[] {
    const emits: Emit[] = [];
    let rest = lowerOpening(text);
    let article = false;
    const pattern = next ? ARTICLE_END : ARTICLE_LAST;
    if ((next ? next.kind !== 'text' : this.followed) && pattern.test(rest)) {
      rest = rest.replace(pattern, '$1');
      article = true;
    }
    for (;;) {
      const match = this.sentenceEnd(rest, next !== undefined);
      if (!match) break;
      const before = rest.slice(0, match.at);
      if (before.trim() || match.quote)
        emits.push(...this.piece(before + (match.quote ? match.mark + match.quote : '')));
      emits.push(writeEnd(match.mark));
      rest = lowerOpening(rest.slice(match.at + 1 + match.quote.length).replace(/^\s+/, ''));
    }
    if (rest) emits.push(...this.piece(rest));
    if (article) emits.push(writeArticle);
    return emits;
  }

  private sentenceEnd(text: string, more: boolean): { at: number; mark: string; quote: string } | undefined {
    let from = 0;
    for (;;) {
      const match = SENTENCE_END.exec(text.slice(from));
      if (!match) return undefined;
      const at = from + match.index;
      const quoted = match[2] !== '' && (more || text.slice(at + 2).trim() !== '');
      if (!quoted && !(match[1] === '.' && ABBREVIATION.test(text.slice(0, at))))
        return { at, mark: match[1] as string, quote: match[2] as string };
      from = at + 1;
    }
  }

  private piece(text: string): Emit[] {
    if (text === '') return [];
    return [text.trim() === '' ? writeGap : writeText(literalOf(text))];
  }

  private choice(options: readonly Option[], followed: boolean): Emit {
    const outer = this.followed;
    this.followed = followed || (this.depth > 0 && outer);
    const node = this.nextDraw();
    const start = this.length;
    let total = 0;
    this.depth++;
    const emits = options.flatMap((option) => {
      this.length = 0;
      const emit = this.sequence(option.nodes);
      total += this.length * option.weight;
      return new Array<Emit>(option.weight).fill(emit);
    });
    this.depth--;
    this.followed = outer;
    const n = emits.length;
    this.length = start + total / n;
    if (this.depth === 0 && n === options.length && this.variants * n <= this.limit) {
      const stride = this.variants;
      this.variants *= n;
      this.sizes.push(n);
      return writeVariant(emits, stride);
    }
    return writeDrawn(emits, node);
  }

  private set(name: string): Emit {
    const set = this.scope.set(name);
    if (!set) throw new PatternFault(`there is no set <${name}>`, 'define it under sets:, or correct the name', 0);
    const { emit, length } = compileSet(set, this.scope);
    this.length += length;
    return emit;
  }

  private reference(name: string, form: string): Emit {
    const meaning = this.scope.meaning(name);
    if (!meaning)
      throw new PatternFault(
        `nothing is called {${name}} here`,
        'define it as a slot or person, or correct the name',
        0,
      );
    switch (meaning.kind) {
      case 'fact': {
        this.lastFact = name;
        const formIndex = form === '' ? 0 : meaning.forms.indexOf(form);
        if (formIndex < 0)
          throw new PatternFault(
            `{${name}} has no form '.${form}'`,
            `its forms are: ${meaning.forms.filter(Boolean).join(', ') || 'only the main one'}`,
            0,
          );
        return writeFact(meaning.index, name, formIndex);
      }
      case 'slot':
        if (form) throw new PatternFault(`the slot {${name}} has no forms`, `write {${name}}`, 0);
        this.length += meaning.length;
        return meaning.emit;
      case 'number':
        this.length += 5;
        return writeNumber(meaning.slot);
      case 'computed': {
        this.length += 9;
        const slot = form === '' ? name : `${name}.${form}`;
        if (!meaning.forms.includes(slot))
          throw new PatternFault(`{${name}} has no form '${form}'`, `it has: ${meaning.forms.join(', ')}`, 0);
        return writeComputed(slot, hashText(slot));
      }
      case 'person': {
        this.length += 10;
        return writePerson(meaning.index, meaning.candidates, ...personForm(name, form));
      }
    }
  }

  private joint(rest: readonly Node[]): Emit {
    const next = rest.find((node) => node.kind === 'ref' && this.scope.meaning(node.name)?.kind === 'fact');
    const to = next?.kind === 'ref' ? next.name : '';
    const connectives = this.lastFact && to ? this.scope.connectives(this.lastFact, to) : undefined;
    if (!connectives)
      throw new PatternFault(
        `<~> stands between '${this.lastFact || 'nothing'}' and '${to || 'nothing'}', which have no relation`,
        'declare it under relations: in grammar.yaml, or use a full stop',
        0,
      );
    this.length += 5;
    return writeDrawn(
      connectives.map((text) => writeAll(this.text(`${text} `, undefined))),
      this.nextDraw(),
    );
  }
}

const setCache = new WeakMap<Scope, Map<string, { readonly emit: Emit; readonly length: number }>>();

/** A named set, compiled once for each scope. */
function compileSet(set: NamedSet, scope: Scope): { readonly emit: Emit; readonly length: number } {
  let sets = setCache.get(scope);
  if (!sets) {
    sets = new Map();
    setCache.set(scope, sets);
  }
  const found = sets.get(set.key);
  if (found) return found;
  const parts = set.parts.map((part) => compilePattern(part, scope, `${set.key}/${part}`));
  const emits = parts.flatMap(({ emit }, i) =>
    set.mode === 'uniform'
      ? new Array<Emit>(Number(countDerivations(parsePattern(set.parts[i] as string)))).fill(emit)
      : [emit],
  );
  const node = hashText(set.key);
  const emit =
    set.mode === 'sequence'
      ? writeInSequence(emits, set.index)
      : set.mode === 'deck'
        ? writeDealt(emits, set.index, node)
        : writeRedrawn(emits, set.index, node);
  const compiled = { emit, length: mean(parts.map(({ length }) => length)) };
  sets.set(set.key, compiled);
  return compiled;
}

function lowerOpening(text: string): string {
  const word = /^[A-Z][a-z']*(?=[\s,:;.?!]|$)/.exec(text)?.[0];
  return word && OPENING_WORDS.has(word.toLowerCase()) ? word.toLowerCase() + text.slice(word.length) : text;
}

const CASES: Readonly<Record<string, readonly [0 | 1 | 2, 0 | 1 | 2]>> = {
  '': [0, 0],
  o: [1, 0],
  possessive: [2, 0],
  he: [0, 1],
  she: [0, 1],
  him: [1, 1],
  her: [1, 1],
  his: [2, 1],
  name: [0, 2],
};

function personForm(name: string, form: string): readonly [0 | 1 | 2, 0 | 1 | 2] {
  const found = CASES[form];
  if (!found)
    throw new PatternFault(
      `{${name}.${form}} is no form of a person`,
      "use {x}, {x.o}, {x's}, {x.he}, {x.him}, {x.his} or {x.name}",
      0,
    );
  return found;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0) / Math.max(1, numbers.length);
}

/** The head verb of a base-form pattern inflected: "pick up extra" -> "picking up extra". */
export function inflectHead(source: string, form: VerbForm, lexicon: Lexicon): string {
  const head = /^[a-z-]+/.exec(source)?.[0];
  if (head) {
    const inflected = lexicon.inflect(head, form);
    if (!inflected)
      throw new PatternFault(
        `the lexicon has no verb '${head}'`,
        'begin with a base verb, or add it to templates/lexicon/english.yaml',
        0,
      );
    return inflected + source.slice(head.length);
  }
  if (source.startsWith('[')) return inflectAlternatives(source, form, lexicon);
  throw new PatternFault(
    'a base form does not begin with a verb',
    'begin it with a base verb, such as "pick up extra shifts"',
    0,
  );
}

/** "[cook|bake] on Sundays" -> "[cooking|baking] on Sundays". */
function inflectAlternatives(source: string, form: VerbForm, lexicon: Lexicon): string {
  let depth = 0;
  let end = 0;
  const cuts: number[] = [];
  for (let i = 0; i < source.length; i++) {
    if (source[i] === '[') depth++;
    if (source[i] === '|' && depth === 1) cuts.push(i);
    if (source[i] === ']' && --depth === 0) {
      end = i;
      break;
    }
  }
  const bounds = [0, ...cuts, end];
  const parts = bounds.slice(0, -1).map((from, i) => inflectHead(source.slice(from + 1, bounds[i + 1]), form, lexicon));
  return `[${parts.join('|')}]${source.slice(end + 1)}`;
}
