/** A pattern is ordinary English with mark-up; docs/template-syntax.md is its specification. */
export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'set'; readonly name: string }
  | { readonly kind: 'ref'; readonly name: string; readonly form: string }
  | { readonly kind: 'verb'; readonly word: string }
  | { readonly kind: 'noun'; readonly word: string }
  | { readonly kind: 'joint' };

export interface Option {
  readonly nodes: readonly Node[];
  readonly weight: number;
}

/** A fault in a pattern, with the column where it stands. */
export class PatternFault extends Error {
  readonly column: number;
  readonly hint: string;
  constructor(message: string, hint: string, column: number) {
    super(message);
    this.column = column;
    this.hint = hint;
  }
}

const ESCAPABLE = '[]{}<>|~%\\^';
const NAME = /^[a-z][a-z0-9-]*$/;
const REF = /^([a-z][a-z0-9-]*)(?:('s)|\.([a-z]+))?$/;
const WORD = /^[a-z]+?n't\b|^[a-z]+/;

/** Parses a pattern into nodes; throws `PatternFault` where it is not well-formed. */
export function parsePattern(source: string): readonly Node[] {
  const parser = new Parser(source);
  const nodes = parser.sequence(false);
  if (parser.position < source.length)
    throw new PatternFault(
      `'${source[parser.position]}' closes nothing`,
      'remove it, or write it with a backslash',
      parser.position,
    );
  return nodes;
}

class Parser {
  position = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  sequence(inside: boolean): Node[] {
    const nodes: Node[] = [];
    let text = '';
    const flush = () => {
      if (text) nodes.push({ kind: 'text', text });
      text = '';
    };
    while (this.position < this.source.length) {
      const char = this.source[this.position] as string;
      if (char === ']' || (inside && (char === '|' || char === '^'))) break;
      if (char === '\\') {
        text += this.escaped();
        continue;
      }
      const node = this.markup(char);
      if (node) {
        flush();
        nodes.push(node);
      } else {
        text += char;
        this.position++;
      }
    }
    flush();
    return nodes;
  }

  private markup(char: string): Node | undefined {
    if (char === '[') return this.choice();
    if (char === '<') return this.set();
    if (char === '{') return this.reference();
    if (char === '~') return { kind: 'verb', word: this.word('a verb, such as ~says') };
    if (char === '%') return { kind: 'noun', word: this.word('a noun, such as %patient') };
    if (char === '}' || char === '>')
      throw new PatternFault(`'${char}' closes nothing`, 'remove it, or write it with a backslash', this.position);
    return undefined;
  }

  private escaped(): string {
    const next = this.source[this.position + 1];
    if (next === undefined || !ESCAPABLE.includes(next))
      throw new PatternFault(
        'a lone backslash',
        `only ${ESCAPABLE.split('').join(' ')} can be written with a backslash`,
        this.position,
      );
    this.position += 2;
    return next;
  }

  private choice(): Node {
    const start = this.position++;
    const options: Option[] = [];
    for (;;) {
      const nodes = this.sequence(true);
      let weight = 1;
      if (this.source[this.position] === '^') {
        const digits = /^\^(\d+)(?=[|\]]|$)/.exec(this.source.slice(this.position));
        weight = Number(digits?.[1] ?? 0);
        if (!digits || weight < 1)
          throw new PatternFault(
            'a weight that is not a whole number above 0',
            'write it as part^3, at the end of the part',
            this.position,
          );
        this.position += digits[0].length;
      }
      options.push({ nodes, weight });
      const end = this.source[this.position++];
      if (end === ']') break;
      if (end !== '|') throw new PatternFault("'[' is never closed", "close the alternation with ']'", start);
    }
    if (options.length < 2)
      throw new PatternFault(
        'an alternation of one part',
        "give it a second part after '|', or take the brackets out",
        start,
      );
    return { kind: 'choice', options };
  }

  private set(): Node {
    const start = this.position;
    const name = this.until('>');
    if (name === '~') return { kind: 'joint' };
    if (!NAME.test(name))
      throw new PatternFault(
        `'<${name}>' is not the name of a set`,
        'set names are lower-case words joined by hyphens',
        start,
      );
    return { kind: 'set', name };
  }

  private reference(): Node {
    const start = this.position;
    const body = this.until('}');
    const match = REF.exec(body);
    if (!match)
      throw new PatternFault(`'{${body}}' is not a reference`, "write {name}, {name.form} or {name's}", start);
    return { kind: 'ref', name: match[1] as string, form: match[2] ? 'possessive' : (match[3] ?? '') };
  }

  private until(close: string): string {
    const start = this.position;
    const end = this.source.indexOf(close, start);
    if (end < 0) throw new PatternFault(`'${this.source[start]}' is never closed`, `close it with '${close}'`, start);
    this.position = end + 1;
    return this.source.slice(start + 1, end);
  }

  private word(what: string): string {
    const match = WORD.exec(this.source.slice(this.position + 1));
    if (!match)
      throw new PatternFault(
        `'${this.source[this.position]}' is not followed by ${what}`,
        'name the word, or write the mark with a backslash',
        this.position,
      );
    this.position += 1 + match[0].length;
    return match[0];
  }
}

/** Walks every node of a pattern, depth first. */
export function* walkNodes(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node;
    if (node.kind === 'choice') for (const option of node.options) yield* walkNodes(option.nodes);
  }
}
