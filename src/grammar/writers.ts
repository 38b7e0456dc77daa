import type { PersonForms } from './compiled.ts';
import type { Literal } from './literal.ts';
import { NUMBER_WORDS, type NumberSlot } from './number-words.ts';
import { type Emit, NOTHING, SPACE } from './teller.ts';

/**
 * The closures that patterns compile to. Each is made by a function of its own, so that it holds on to what it needs and
 * to nothing else: a pack has a hundred thousand of them, and what they drag along has to fit the processor's cache.
 */

/** Writes a piece of text. */
export function writeText(literal: Literal): Emit {
  const { plain, spaced } = literal.written;
  return textWriter(
    literal,
    spaced,
    literal.gapBefore ? spaced : plain,
    literal.gapAfter ? SPACE : NOTHING,
    literal.closed,
  );
}

/** The common case is told from the closure alone, without a look at the literal. */
function textWriter(literal: Literal, spaced: string, start: string, after: number, closed: boolean): Emit {
  return (t) => {
    if (t.pending > SPACE || t.level !== 1) return t.emit(literal);
    t.out += t.pending === SPACE ? spaced : start;
    t.pending = after;
    t.closed = closed;
  };
}

export const writeGap: Emit = (t) => t.gap();
export const writeArticle: Emit = (t) => t.article();
const writeNothing: Emit = () => {};

const ENDS: Readonly<Record<string, Emit>> = { '.': (t) => t.end('.'), '?': (t) => t.end('?'), '!': (t) => t.end('!') };

/** Ends a sentence with its mark. */
export function writeEnd(mark: string): Emit {
  return ENDS[mark] as Emit;
}

export function writeVerb(singular: Literal, plural: Literal): Emit {
  return (t) => t.verb(singular, plural);
}

export function writeNoun(singular: Literal, plural: Literal): Emit {
  return (t) => t.noun(singular, plural);
}

/** Writes one of several, drawn under the name `node`. */
export function writeDrawn(emits: readonly Emit[], node: number): Emit {
  const n = emits.length;
  return (t) => (emits[t.draw(node, n)] as Emit)(t);
}

/** Writes the one that the variant being told asks for. */
export function writeVariant(emits: readonly Emit[], stride: number): Emit {
  const n = emits.length;
  return (t) => (emits[Math.floor(t.variant / stride) % n] as Emit)(t);
}

/** Writes the parts of set `set` one after the other. */
export function writeInSequence(emits: readonly Emit[], set: number): Emit {
  return (t) => (emits[t.useOf(set) % emits.length] as Emit)(t);
}

/** Deals the parts of set `set`: none comes again before all were used. */
export function writeDealt(emits: readonly Emit[], set: number, node: number): Emit {
  const n = emits.length;
  return (t) => (emits[(t.draw(node, n) + t.useOf(set)) % n] as Emit)(t);
}

/** Draws a part of set `set` anew at each use. */
export function writeRedrawn(emits: readonly Emit[], set: number, node: number): Emit {
  const n = emits.length;
  return (t) => (emits[t.draw(node + t.useOf(set), n)] as Emit)(t);
}

export function writeFact(kind: number, name: string, form: number): Emit {
  return (t) => t.tellFact(kind, name, form);
}

export function writeNumber(slot: NumberSlot): Emit {
  return (t) => {
    const value = slot(t);
    t.setNumber(value);
    t.emitText(NUMBER_WORDS[value] as string);
  };
}

/** Writes a text that the record computes. */
export function writeComputed(slot: string, node: number): Emit {
  return (t) => {
    const texts = t.record.computed[slot] ?? [];
    if (texts.length > 0) t.emitText(texts[t.draw(node, texts.length)] as string);
  };
}

export function writePerson(
  entity: number,
  candidates: readonly PersonForms[],
  grammaticalCase: 0 | 1 | 2,
  force: 0 | 1 | 2,
): Emit {
  return (t) => t.tellPerson(entity, candidates, grammaticalCase, force);
}

/** Writes several one after the other; short chains are unrolled. */
export function writeAll(emits: readonly Emit[]): Emit {
  const [a, b, c, d] = emits as readonly [Emit, Emit, Emit, Emit];
  switch (emits.length) {
    case 0:
      return writeNothing;
    case 1:
      return a;
    case 2:
      return writeTwo(a, b);
    case 3:
      return writeThree(a, b, c);
    case 4:
      return writeFour(a, b, c, d);
    default:
      return writeMany([...emits]);
  }
}

function writeTwo(a: Emit, b: Emit): Emit {
  return (t) => {
    a(t);
    b(t);
  };
}

function writeThree(a: Emit, b: Emit, c: Emit): Emit {
  return (t) => {
    a(t);
    b(t);
    c(t);
  };
}

function writeFour(a: Emit, b: Emit, c: Emit, d: Emit): Emit {
  return (t) => {
    a(t);
    b(t);
    c(t);
    d(t);
  };
}

function writeMany(emits: readonly Emit[]): Emit {
  return (t) => {
    for (let i = 0; i < emits.length; i++) (emits[i] as Emit)(t);
  };
}
