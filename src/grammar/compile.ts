import { PackError } from '../core/errors.ts';
import { hashText, mix } from '../core/random.ts';
import { compilePattern, compileVariants, inflectHead, type Scope } from './compile-pattern.ts';
import type { CompiledTelling, CompiledValue, CompiledVoice } from './compiled.ts';
import { Conditions, canHold } from './conditions.ts';
import { countDerivations } from './count.ts';
import { type Deck, deckOf, type Turn, turnsOf } from './deck.ts';
import type { Lexicon, VerbForm } from './lexicon.ts';
import { literalOf } from './literal.ts';
import { type Node, parsePattern, walkNodes } from './pattern.ts';
import type { CellPlans, CompiledGrammar, Hand, Plan, PlanBeat, TellingGroup } from './plan.ts';
import { formsOf, Names, PlacedFault, placed } from './scope.ts';
import { poorestSentence } from './sentence-capacity.ts';
import type { Arc, FactLists, PackSource, SourceSchema, SourceTelling, SourceValue } from './source.ts';
import type { Emit } from './teller.ts';
import { threadsOf } from './threads.ts';

/**
 * At most this many combinations of a value's alternations are told apart by number, so that the product of two such
 * numbers is exact (`variantAt`); further alternations are drawn.
 */
const VARIANTS_PER_VALUE = 2 ** 26;

/** A telling takes all its turns if its poorest sentence without a fact has this many readings. */
const RICH_SENTENCE = 8192;

/** The slot that names the organisation: a text is to do so once. */
export const ORGANISATION = 'org';

/** Readings of a name whose values a record brings along (assumed). */
const READINGS_OF_A_NAME = 8n;

/**
 * Compiles a pack's templates. A story is compiled when it is first told, so that a short run pays for what it tells;
 * a pattern that cannot be compiled throws `PackError` then, at its place as `placeOf` words it.
 */
export function compileGrammar(
  source: PackSource,
  lexicon: Lexicon,
  placeOf: (at: string) => string = (at) => at,
): CompiledGrammar {
  return asPackError(() => new GrammarCompiler(source, lexicon, placeOf).compile(), placeOf);
}

function asPackError<T>(work: () => T, placeOf: (at: string) => string): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof PlacedFault)
      throw new PackError('template-pattern', error.message, { hint: error.hint, at: placeOf(error.at), cause: error });
    throw error;
  }
}

class GrammarCompiler {
  private readonly conditions = new Conditions();
  private readonly names: Names;
  private readonly topics = new Map<string, number>();
  private readonly flags = new Map<string, number>();
  private readonly signatures = new Map<string, Map<string, number>>();
  private readonly values: Numbered<SourceValue>;
  private readonly tellings: Numbered<SourceTelling>;
  private readonly valueCache = new Map<string, Map<SourceValue, CompiledValue>>();
  private readonly tellingCache = new Map<string, CompiledTelling>();
  private readonly sharedValues = new Map<string, readonly CompiledValue[]>();
  private readonly sharedTellings = new Map<string, readonly CompiledTelling[]>();
  private readonly questions: ReadonlySet<string>;
  private readonly cells: ReadonlyMap<Cell, readonly Told[]>;
  private readonly source: PackSource;
  private readonly lexicon: Lexicon;
  private readonly placeOf: (at: string) => string;

  constructor(source: PackSource, lexicon: Lexicon, placeOf: (at: string) => string) {
    this.source = source;
    this.lexicon = lexicon;
    this.placeOf = placeOf;
    this.names = new Names(source, lexicon, this.conditions);
    this.cells = storiesByCell(source);
    this.questions = new Set(source.schemas.map((schema) => schema.question));
    const owners = [...source.schemas, ...source.shared];
    this.values = numbered(
      owners.flatMap(({ file, facts }) =>
        Object.values(facts).flatMap((list) => list.map((entry) => [entry, file] as const)),
      ),
    );
    const beats = [
      ...source.schemas.map(({ file, tellings }) => ({ file, tellings })),
      ...source.tellings.map(({ file, beats: tellings }) => ({ file, tellings })),
    ];
    this.tellings = numbered(
      beats.flatMap(({ file, tellings }) =>
        Object.values(tellings).flatMap((list) => list.map((entry) => [entry, file] as const)),
      ),
    );
    this.numberNames(owners);
  }

  /** Numbers all conditions, topics and flags: a record is asked before it is known which stories it needs. */
  private numberNames(owners: readonly { readonly facts: FactLists }[]): void {
    const { source, conditions } = this;
    const decided = [...source.grammar.cells, 'arc'];
    for (const { facts } of owners)
      for (const [kind, list] of Object.entries(facts)) {
        for (const when of new Set(list.map((entry) => entry.when))) conditions.numberOf(when, decided);
        const flags = new Set<string>();
        for (const { topics, not, aspect, tags } of list) {
          numbersOf(this.topics, topics);
          numbersOf(this.topics, not);
          flags.add(aspect);
          for (const tag of tags) flags.add(tag);
        }
        for (const flag of flags) intern(this.flags, `${kind}.${flag}`);
      }
    for (const { when, topics } of this.tellings.number.keys()) {
      conditions.numberOf(when, decided);
      numbersOf(this.topics, topics);
    }
    for (const { values } of source.slots) for (const { when } of values) conditions.numberOf(when);
    for (const { persons } of source.people) for (const { when } of persons) conditions.numberOf(when);
    for (const { gate, force } of Object.values(source.grammar.beats)) {
      conditions.numberOf(gate, decided);
      conditions.numberOf(force, decided);
    }
  }

  compile(): CompiledGrammar {
    const { source } = this;
    const { grammar } = source;
    const voices = source.voices.map(
      (voice, index): CompiledVoice => ({
        ...voice,
        index,
        when: this.conditions.numberOf(voice.when),
        openers: voice.openers.map(literalOf),
      }),
    );
    const cells = new Map<string, Record<string, CellPlans>>();
    for (const [cell, told] of this.cells) {
      const byQuestion: Record<string, CellPlans> = {};
      for (const question of this.questions) {
        const stories = told.filter(({ schema }) => schema.question === question);
        const plans = this.cellPlans(question, cell, stories);
        if (plans) byQuestion[question] = plans;
      }
      cells.set(cellKey(grammar.cells, cell), byQuestion);
    }
    return {
      source,
      names: this.names,
      conditions: this.conditions,
      voices,
      values: this.values.places.length,
      tellings: this.tellings.places.length,
      topics: this.topics.size,
      flags: this.flags.size,
      aspectAttributes: this.names.kinds.flatMap((kind, i) => (grammar.attributes[kind] ? [[i, kind] as const] : [])),
      places: { values: this.values.places, tellings: this.tellings.places },
      cellOf: (attributes) => cells.get(cellKey(grammar.cells, attributes)),
    };
  }

  private cellPlans(question: string, cell: Cell, told: readonly Told[]): CellPlans | undefined {
    const { grammar } = this.source;
    const last = cell[grammar.cells.at(-1) as string] as string;
    const [low, high] = grammar.lengths[question]?.[last] ?? [0, 1e9];
    const names = [...new Set(told.flatMap(({ schema }) => schema.arcs))].filter(
      (arc) => grammar.arcs[arc]?.question === question,
    );
    const mix = grammar.mix[last] ?? {};
    const isMixed = Object.keys(mix).some((arc) => names.includes(arc));
    const arcs = names
      .map((name) => {
        const plans = told
          .filter(({ schema }) => schema.arcs.includes(name))
          .map((story) => this.plan(story, name, cell));
        const stories = plans.reduce((sum, { weight }) => sum + weight, 0);
        return { name, weight: isMixed ? (mix[name] ?? 0) : stories, plans };
      })
      .filter((arc) => arc.weight > 0 && arc.plans.length > 0);
    const key = hashText([question, ...Object.values(cell)].join('/'));
    return arcs.length > 0 ? { arcs, low, high, key } : undefined;
  }

  private plan({ schema, lane, lanes }: Told, arcName: string, cell: Cell): Plan {
    const known = { ...cell, arc: arcName };
    let body: PlanBody | undefined;
    const open = () => {
      body ??= asPackError(() => this.planBody(schema, arcName, known), this.placeOf);
      return body;
    };
    return {
      schema,
      arc: arcName,
      weight: schema.weight,
      lane,
      lanes,
      when: this.conditions.numberOf(schema.when, Object.keys(known)),
      get beats() {
        return open().beats;
      },
      get hands() {
        return open().hands;
      },
      get skeletons() {
        return open().skeletons;
      },
    };
  }

  private planBody(schema: SourceSchema, arcName: string, known: Readonly<Record<string, string>>): PlanBody {
    const { grammar } = this.source;
    const arc = grammar.arcs[arcName] as Arc;
    const values = this.names.kinds.map((kind) => this.valuesOf(schema, kind, known));
    const beats: PlanBeat[] = arc.beats.flatMap((spec) => {
      const beat = this.beat(schema, spec, known, values);
      return beat ? [beat] : [];
    });
    beats.forEach((beat, i) => {
      beats[i] = { ...beat, orgAfter: beats.slice(i + 1).filter((later) => !later.optional && later.hasOrg).length };
    });
    const told = new Set(beats.filter((beat) => !beat.optional).map((beat) => beat.must));
    const keys = this.names.kinds.flatMap((name, kind) => (grammar.kinds[name]?.key && told.has(kind) ? [kind] : []));
    const isThreaded = this.names.kinds.map((name) => schema.threads.includes(name));
    const hands = threadsOf(values, isThreaded, ({ behind }) => behind).map((lists, thread, { length }) =>
      this.hand(
        lists.map((list, kind) => (list.length === 0 ? undefined : this.deck(schema, list, kind, thread, length))),
        keys,
      ),
    );
    return {
      beats,
      hands: hands.map(({ hand }) => hand),
      skeletons: Math.min(
        Number.MAX_SAFE_INTEGER,
        hands.reduce((sum, { skeletons }) => sum + skeletons, 0),
      ),
    };
  }

  private hand(decks: Hand['decks'], keyKinds: readonly number[]): { readonly hand: Hand; readonly skeletons: number } {
    const keys = keyKinds.filter((kind) => decks[kind]);
    const deckOfKey = (kind: number) => decks[kind] as Deck;
    const own = keys.filter((kind) => deckOfKey(kind).own);
    const shared = keys.filter((kind) => !deckOfKey(kind).own);
    const sizesOf = (kinds: readonly number[]) => kinds.map((kind) => deckOfKey(kind).size);
    const dealt = [own, shared].flatMap((kinds) => {
      const turns = turnsOf(sizesOf(kinds));
      return kinds.map((kind, i) => ({ kind, turn: turns[i] as Turn }));
    });
    return {
      hand: {
        decks,
        keys: dealt.sort((a, b) => a.kind - b.kind),
        key: own.reduce((key, kind) => (deckOfKey(kind).spread ? mix(key, deckOfKey(kind).key) : key), 0),
      },
      skeletons: sizesOf(own.length > 0 ? own : shared).reduce((product, size) => product * size, 1),
    };
  }

  /**
   * Lists of the same files have the same deck, so that stories that share them are dealt from it in turn. Each thread of a
   * story has decks of its own: of its sentences, and of what may stand behind it.
   */
  private deck(
    schema: SourceSchema,
    values: readonly CompiledValue[],
    kind: number,
    thread: number,
    threads: number,
  ): Deck {
    const name = this.names.kinds[kind] as string;
    const own = schema.facts[name] !== undefined;
    const files = own ? [schema.id] : new Set(values.map(({ source }) => source.slice(0, source.lastIndexOf(':'))));
    const key = [name, ...files].join('/');
    if (!own || threads === 1) return deckOf(values, { key: hashText(key), own });
    const inThread = { key: hashText(`${key}/${thread}`), own };
    if (schema.threads.includes(name)) return deckOf(values, { ...inThread, spread: true });
    // What may stand behind several threads begins in each with readings of its own, and all ends are told equally often.
    return deckOf(values, { ...inThread, parts: threads, first: thread });
  }

  private beat(
    schema: SourceSchema,
    spec: string,
    known: Readonly<Record<string, string>>,
    values: readonly (readonly CompiledValue[])[],
  ): PlanBeat | undefined {
    const { grammar } = this.source;
    const optional = spec.endsWith('?');
    const name = optional ? spec.slice(0, -1) : spec;
    const beat = grammar.beats[name] ?? { must: '', may: [], gate: {}, force: {} };
    const must = this.names.kinds.indexOf(beat.must);
    const kinds = [beat.must, ...beat.may]
      .map((kind) => this.names.kinds.indexOf(kind))
      .filter((kind) => kind >= 0 && (values[kind]?.length ?? 0) > 0);
    if (must >= 0 && !kinds.includes(must)) return undefined;
    const available = values.reduce((bits, list, i) => (list.length > 0 ? bits | (1 << i) : bits), 0);
    const own = (schema.tellings[name] ?? []).map((telling) => this.telling(telling, schema.file, schema.folder, name));
    const all = [...own, ...this.sharedTellingsOf(schema, name, known)].filter(
      (telling) =>
        ((telling.tells | telling.after) & ~available) === 0 &&
        telling.takes.every((take) => values[take.kind]?.some((value) => hasFlag(value, take.flags))),
    );
    if (all.length === 0) return undefined;
    const mustValues = must >= 0 ? (values[must] as readonly CompiledValue[]) : [];
    /** A value of each signature; one place, empty, where no fact must be told. */
    const samples: (CompiledValue | undefined)[] = must < 0 ? [undefined] : [];
    for (const value of mustValues) samples[value.signature] ??= value;
    const groups = Array.from(samples, (sample) =>
      groupsOf(all.filter(({ takes }) => takes.every((take) => take.kind !== must || hasFlag(sample, take.flags)))),
    );
    return {
      name,
      optional,
      gate: this.conditions.numberOf(beat.gate, Object.keys(known)),
      force: this.conditions.numberOf(beat.force, Object.keys(known)),
      forced: Object.keys(beat.force).length > 0,
      must,
      kinds,
      groups,
      hasOrg: all.some((telling) => telling.org),
      orgAfter: 0,
      length: meanLength(all) + meanLength(mustValues) + 1,
    };
  }

  private sharedTellingsOf(
    schema: SourceSchema,
    beat: string,
    known: Readonly<Record<string, string>>,
  ): readonly CompiledTelling[] {
    const key = [beat, schema.question, schema.folder, ...Object.values(known)].join('/');
    let tellings = this.sharedTellings.get(key);
    if (!tellings) {
      tellings = this.source.tellings
        .filter((file) => file.question === schema.question && inCells(file.cells, known))
        .flatMap((file) => (file.beats[beat] ?? []).map((telling) => ({ telling, file })))
        .filter(({ telling }) => canHold(telling.when, known))
        .map(({ telling, file }) => this.telling(telling, file.file, schema.folder, beat));
      this.sharedTellings.set(key, tellings);
    }
    return tellings;
  }

  /** A schema's own list of a kind, or else the shared ones. */
  private valuesOf(
    schema: SourceSchema,
    kind: string,
    known: Readonly<Record<string, string>>,
  ): readonly CompiledValue[] {
    if (schema.facts[kind]) return this.listOf(schema, kind, known, schema.folder);
    const key = [kind, schema.question, schema.folder, ...Object.values(known)].join('/');
    let shared = this.sharedValues.get(key);
    if (!shared) {
      shared = this.source.shared
        .filter((file) => file.facts[kind] && inCells(file.cells, known) && this.fits(file.file, schema))
        .flatMap((file) => this.listOf(file, kind, known, schema.folder));
      this.sharedValues.set(key, shared);
    }
    return shared;
  }

  private listOf(
    from: { readonly facts: FactLists; readonly file: string },
    kind: string,
    known: Readonly<Record<string, string>>,
    folder: string,
  ): readonly CompiledValue[] {
    return (from.facts[kind] ?? [])
      .filter((value) => canHold(value.when, known))
      .map((value) => this.value(value, kind, from.file, folder));
  }

  /** Shared facts in a question's own folder serve that question alone. */
  private fits(file: string, schema: SourceSchema): boolean {
    const folders = file.split('/').slice(1, -1);
    return folders.every((folder) => !this.questions.has(folder) || folder === schema.question);
  }

  private value(value: SourceValue, kindName: string, file: string, folder: string): CompiledValue {
    // A shared value names the people and slots of the folder whose story tells it.
    const ofFolder = this.valueCache.get(folder) ?? new Map<SourceValue, CompiledValue>();
    this.valueCache.set(folder, ofFolder);
    const found = ofFolder.get(value);
    if (found) return found;
    const at = `${file}:${value.line}`;
    const compiled = placed(at, (): CompiledValue => {
      const kind = this.source.grammar.kinds[kindName] as NonNullable<PackSource['grammar']['kinds'][string]>;
      const scope = this.names.scope(file, folder);
      const forms = formsOf(kind.forms);
      const main = value.forms[''] as string;
      const id = this.values.number.get(value) as number;
      const { emit, length, sizes } = compileVariants(main, scope, VARIANTS_PER_VALUE);
      const others = forms.slice(1).map((form): Emit | undefined => {
        const own = value.forms[form];
        if (own !== undefined) return compilePattern(own, scope, main).emit;
        if (kind.forms[0] !== 'b') return undefined;
        const head = inflectHead(main, form as VerbForm, this.lexicon);
        return compileVariants(head, scope, VARIANTS_PER_VALUE, main).emit;
      });
      const flags = [value.aspect, ...value.tags].map((flag) => intern(this.flags, `${kindName}.${flag}`));
      return {
        emit: [emit, ...others],
        length,
        sizes,
        variants: sizes.reduce((all, n) => all * n, 1),
        when: this.conditions.numberOf(value.when, [...this.source.grammar.cells, 'arc']),
        topics: numbersOf(this.topics, value.topics),
        not: numbersOf(this.topics, value.not),
        flags,
        signature: intern(this.signaturesOf(kindName), [...flags].sort((a, b) => a - b).join()),
        aspect: value.aspect,
        behind: value.behind,
        org: namesOrganisation(main),
        weight: value.weight,
        source: at,
        id,
      };
    });
    ofFolder.set(value, compiled);
    return compiled;
  }

  /** The numbers of the combinations of flags that values of a kind have. */
  private signaturesOf(kindName: string): Map<string, number> {
    const found = this.signatures.get(kindName) ?? new Map<string, number>();
    this.signatures.set(kindName, found);
    return found;
  }

  private telling(telling: SourceTelling, file: string, folder: string, beat: string): CompiledTelling {
    const key = `${file}:${telling.line}:${folder}:${beat}:${telling.say}`;
    const found = this.tellingCache.get(key);
    if (found) return found;
    const at = `${file}:${telling.line}`;
    const compiled = placed(at, (): CompiledTelling => {
      const nodes = parsePattern(telling.say);
      const { tells, after, org } = this.mentions(nodes, telling.blind);
      const id = this.tellings.number.get(telling) as number;
      const asks = [...Object.entries(telling.take), ...Object.entries(telling.tags)];
      const scope = this.names.scope(file, folder);
      return {
        ...compilePattern(telling.say, scope),
        share: Math.min(1, poorestSentence(nodes, (node) => readingsOf(node, scope)) / RICH_SENTENCE),
        tells,
        after,
        org,
        free: asks.length === 0 && telling.voice.length === 0 && telling.topics.length === 0,
        takes: asks.map(([kind, flags]) => ({
          kind: this.names.kinds.indexOf(kind),
          flags: flags.map((flag) => intern(this.flags, `${kind}.${flag}`)),
        })),
        when: this.conditions.numberOf(telling.when, [...this.source.grammar.cells, 'arc']),
        voices: telling.voice.map((name) => this.source.voices.findIndex((voice) => voice.name === name)),
        topics: numbersOf(this.topics, telling.topics),
        salience: telling.salience,
        weight: telling.weight,
        source: at,
        id,
      };
    });
    this.tellingCache.set(key, compiled);
    return compiled;
  }

  /** Which facts a telling tells, and which it takes as told. */
  private mentions(nodes: readonly Node[], blind: boolean): { tells: number; after: number; org: boolean } {
    let tells = 0;
    let after = 0;
    let org = false;
    for (const node of walkNodes(nodes)) {
      if (node.kind !== 'ref') continue;
      if (node.name === ORGANISATION) org = true;
      const kind = this.names.kinds.indexOf(node.name);
      if (kind < 0) continue;
      if (node.form === 'n') {
        if (blind) tells |= 1 << kind;
        else if (!(tells & (1 << kind))) after |= 1 << kind;
      } else tells |= 1 << kind;
    }
    return { tells, after, org };
  }
}

/** A value for each attribute that a file's header may name. */
type Cell = Readonly<Record<string, string>>;

/** A story as one of the cells that tell it does. */
type Told = Pick<Plan, 'schema' | 'lane' | 'lanes'>;

/** What a plan holds once its story is compiled. */
type PlanBody = Pick<Plan, 'beats' | 'hands' | 'skeletons'>;

/** Entries with numbers in the order of the files, and where each stands. */
interface Numbered<T> {
  readonly number: ReadonlyMap<T, number>;
  readonly places: readonly string[];
}

function numbered<T extends { readonly line: number }>(entries: readonly (readonly [T, string])[]): Numbered<T> {
  return {
    number: new Map(entries.map(([entry], i) => [entry, i])),
    places: entries.map(([{ line }, file]) => `${file}:${line}`),
  };
}

/** Tellings by salience, highest first; a telling of weight n is in its list n times. */
function groupsOf(tellings: readonly CompiledTelling[]): readonly TellingGroup[] {
  const saliences = [...new Set(tellings.map(({ salience }) => salience))].sort((a, b) => b - a);
  return saliences.map((salience): TellingGroup => {
    // The turns of a telling are spread evenly, each telling's from a start of its own.
    const inTurn = tellings
      .filter((telling) => telling.salience === salience)
      .flatMap((telling) => {
        const start = (hashText(telling.source) >>> 0) / 2 ** 32;
        return Array.from({ length: telling.weight }, (_, turn) => ({ telling, at: (turn + start) / telling.weight }));
      })
      .sort((a, b) => a.at - b.at)
      .map(({ telling }) => telling);
    return { naming: inTurn.filter(({ org }) => org), others: inTurn.filter(({ org }) => !org) };
  });
}

/** Readings of a set, slot or name in a telling; undefined for a fact. */
function readingsOf(node: Node, scope: Scope): bigint | undefined {
  if (node.kind === 'set')
    return (scope.set(node.name)?.parts ?? []).reduce((sum, part) => sum + countDerivations(parsePattern(part)), 0n);
  if (node.kind !== 'ref') return 1n;
  return scope.meaning(node.name)?.kind === 'fact' ? undefined : READINGS_OF_A_NAME;
}

/** Whether a value has one of the flags. */
function hasFlag(value: CompiledValue | undefined, flags: readonly number[]): boolean {
  return value?.flags.some((flag) => flags.includes(flag)) ?? false;
}

/** Whether a value names the organisation; most do not hold the word and need no parsing. */
function namesOrganisation(pattern: string): boolean {
  if (!pattern.includes(ORGANISATION)) return false;
  return [...walkNodes(parsePattern(pattern))].some((node) => node.kind === 'ref' && node.name === ORGANISATION);
}

function meanLength(items: readonly { readonly length: number }[]): number {
  return items.reduce((sum, item) => sum + item.length, 0) / Math.max(1, items.length);
}

/** Numbers of names; lists of none are one and the same. */
function numbersOf(map: Map<string, number>, names: readonly string[]): readonly number[] {
  return names.length === 0 ? NONE : names.map((name) => intern(map, name));
}

const NONE: readonly number[] = Object.freeze([]);

function intern(map: Map<string, number>, name: string): number {
  let number = map.get(name);
  if (number === undefined) {
    number = map.size;
    map.set(name, number);
  }
  return number;
}

/** The stories of each cell in the order of the source, each with how many cells before tell it too. */
function storiesByCell({ grammar, schemas }: PackSource): ReadonlyMap<Cell, readonly Told[]> {
  const keyOf = (cell: Cell) => cellKey(grammar.cells, cell);
  const byCell = new Map(
    cellsOf(grammar.cells, grammar.attributes).map((cell) => [keyOf(cell), { cell, told: [] as Told[] }]),
  );
  for (const schema of schemas) {
    const own = Object.fromEntries(
      grammar.cells.map((name) => {
        const all = grammar.attributes[name] ?? [];
        const some = schema.cells[name] ?? [];
        return [name, some.length === 0 ? all : all.filter((value) => some.includes(value))];
      }),
    );
    const cells = cellsOf(grammar.cells, own);
    for (const [lane, cell] of cells.entries())
      byCell.get(keyOf(cell))?.told.push({ schema, lane, lanes: cells.length });
  }
  return new Map(Array.from(byCell.values(), ({ cell, told }) => [cell, told]));
}

function inCells(cells: Readonly<Record<string, readonly string[]>>, cell: Cell): boolean {
  return Object.entries(cells).every(([key, values]) => values.length === 0 || values.includes(cell[key] as string));
}

function cellKey(keys: readonly string[], attributes: Readonly<Record<string, string>>): string {
  let key = '';
  for (const name of keys) key += `/${attributes[name]}`;
  return key;
}

/** Every combination of the cell attributes. */
export function cellsOf(
  keys: readonly string[],
  attributes: Readonly<Record<string, readonly string[]>>,
): readonly Readonly<Record<string, string>>[] {
  return keys.reduce<Record<string, string>[]>(
    (cells, key) => cells.flatMap((cell) => (attributes[key] ?? []).map((value) => ({ ...cell, [key]: value }))),
    [{}],
  );
}
