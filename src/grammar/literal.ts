import { PAST_VERB } from '../core/past-verbs.ts';
import { takesAn } from './article.ts';

/** One wording of a literal, ready for every place it can stand in. */
export class LiteralForms {
  readonly plain: string;
  /** With a space before it, unless it is a mark that wants none. */
  readonly spaced: string;
  private upper: string | undefined;
  private spacedUpper: string | undefined;

  constructor(text: string, attached: boolean) {
    this.plain = text;
    this.spaced = attached || text === '' ? text : ` ${text}`;
  }

  /** With a capital; made when first asked for, since few literals ever open a sentence. */
  get capital(): string {
    this.upper ??= capitalize(this.plain);
    return this.upper;
  }

  get spacedCapital(): string {
    this.spacedUpper ??= this.spaced === this.plain ? this.capital : ` ${this.capital}`;
    return this.spacedUpper;
  }
}

/**
 * A piece of finished English, with what the realizer asks at run time: three contraction levels, with and without a
 * leading space, with and without a capital, without its "I". What few places ask for is worked out when first asked:
 * a pack has a hundred thousand of these, and most stand in the middle of a sentence of an ordinary voice.
 */
export class Literal {
  /** Contractions as written: the level of most voices. */
  readonly written: LiteralForms;
  /** Begins with a blank in its source: wants a space before it. */
  readonly gapBefore: boolean;
  /** Ends with a blank in its source. */
  readonly gapAfter: boolean;
  /** Ends with its own full stop, question mark or exclamation mark. */
  readonly closed: boolean;
  private readonly attached: boolean;
  private writtenOut: LiteralForms | undefined;
  private contracted: LiteralForms | undefined;
  private dropped: string | undefined;
  private article: boolean | undefined;

  constructor(source: string) {
    const text = source.trim();
    this.gapBefore = source.length > 0 && source.charAt(0).trim() === '';
    this.gapAfter = source.length > 0 && source.charAt(source.length - 1).trim() === '';
    // A quote behind a blank opens, and so does one that stands alone; any other closes what stands before it.
    const opens = text.startsWith("'") && (this.gapBefore || /^'\w/.test(text) || text === "'");
    this.attached = ATTACHED.test(text) && !opens;
    this.written = new LiteralForms(text, this.attached);
    this.closed = CLOSED.test(text);
  }

  /** Contractions written out. */
  get full(): LiteralForms {
    this.writtenOut ??= this.changed(writeOut(this.written.plain));
    return this.writtenOut;
  }

  /** Everything contracted that can be. */
  get short(): LiteralForms {
    this.contracted ??= this.changed(contract(this.written.plain));
    return this.contracted;
  }

  /** The capitalized text without a leading "I ", or '' where that cannot be dropped. */
  get withoutSubject(): string {
    this.dropped ??= dropSubject(this.written.plain);
    return this.dropped;
  }

  /** Takes "an" rather than "a". */
  get an(): boolean {
    this.article ??= takesAn(this.written.plain);
    return this.article;
  }

  /** Opening quotes or brackets alone: the capital of a sentence start belongs to what follows. */
  get opensQuote(): boolean {
    return /^['"(]+$/.test(this.written.plain);
  }

  /** Starts with a clause's subject, so an opener ("Honestly,") can stand before it. */
  get opensClause(): boolean {
    return CLAUSE.test(this.written.plain);
  }

  private changed(text: string): LiteralForms {
    return text === this.written.plain ? this.written : new LiteralForms(text, this.attached);
  }
}

const cache = new Map<string, Literal>();

/** The literal of a text; the same text gives the same object. */
export function literalOf(source: string): Literal {
  let literal = cache.get(source);
  if (!literal) {
    literal = new Literal(source);
    cache.set(source, literal);
  }
  return literal;
}

const CLAUSE = /^(I|we|they|the|my|our|it|nobody|somebody|everyone|people) /;
const CLOSED = /[.?!]['")]?$/;
const ATTACHED = /^[,.;:?!)\]']/;
/** Pasts that look like the present, and so like an order. */
const LIKE_AN_ORDER = /^(?:put|let|read|cut|hit|quit|shut)$/;
/** Presents that nobody takes for an order when they stand first: "Hate my job." */
const STATE = /^(?:have|feel|hate|love|like|wish|hope|want|need|miss|dread|live)$/;

/** "I went home" without its subject, if the verb can stand first: "Look at them" would be an order. */
function dropSubject(text: string): string {
  const rest = text.slice(2);
  const verb = /^[a-z]+(?![\w'])/.exec(rest)?.[0] ?? '';
  const stands = (PAST_VERB.test(verb) && !LIKE_AN_ORDER.test(verb)) || STATE.test(verb);
  return text.startsWith('I ') && stands ? capitalize(rest) : '';
}

/** Capitalizes the first letter, behind an opening quote if there is one. */
export function capitalize(text: string): string {
  const at = /^['"(]+(?=[a-z])/.exec(text)?.[0].length ?? 0;
  return text.slice(0, at) + text.charAt(at).toUpperCase() + text.slice(at + 1);
}

const NEGATED: Readonly<Record<string, string>> = {
  "can't": 'cannot',
  "won't": 'will not',
  "shan't": 'shall not',
  "ain't": 'is not',
};

/** Contractions whose full form is certain, written out: n't, 'm, 've, 'll, 're. A question's "didn't you" stays. */
function writeOut(text: string): string {
  if (!text.includes("'")) return text;
  return text
    .replace(
      /\b(\w+)n't\b(?! (?:I|you|he|she|it|we|they)\b)/g,
      (word, stem: string) => NEGATED[word.toLowerCase()] ?? `${stem} not`,
    )
    .replace(/\bI'm\b/g, 'I am')
    .replace(/\b(I|you|we|they)'ve\b/gi, '$1 have')
    .replace(/\b(I|you|he|she|it|we|they)'ll\b/gi, '$1 will')
    .replace(/\b(you|we|they)'re\b/gi, '$1 are');
}

const CONTRACTIBLE = / not |cannot|I am|I have|I had| is /;

/** Pairs that people run together in speech, contracted where the next word shows that nothing is stressed. */
function contract(text: string): string {
  if (!CONTRACTIBLE.test(text)) return text;
  return text
    .replace(/\b(do|does|did|is|was|were|has|have|had|would|could|should) not (?=[a-z])/g, "$1n't ")
    .replace(/\bcannot (?=[a-z])/g, "can't ")
    .replace(/\bwill not (?=[a-z])/g, "won't ")
    .replace(/(?<!\b(?:who|what|where|how|than|as|all) )\bI am (?=[a-z])/g, "I'm ")
    .replace(/\b(it|that) is (?=(a|an|the|not|just|only|still|what|how|like|fine)\b)/g, "$1's ")
    .replace(/\bI have (?=(been|had|stopped|started|got|never|seen|lost|asked|made|become|learned)\b)/g, "I've ")
    .replace(/\bI had (?=(been|asked|told|said|paged|called|put|written|never|already|just)\b)/g, "I'd ");
}
