import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PackError } from '../core/errors.ts';
import { nearHint } from '../core/nearest-name.ts';
import {
  grammarFile,
  peopleFile,
  setsFile,
  slotsFile,
  storyFileShapes,
  VALUE_KEYS,
  voicesFile,
  wordingsFile,
} from './file-shapes.ts';
import { checkShape, readYaml, type YamlFile } from './read-yaml.ts';
import type {
  BeatLists,
  Cells,
  FactLists,
  Grammar,
  PackSource,
  SetMode,
  SourcePeople,
  SourceSchema,
  SourceSet,
  SourceShared,
  SourceSlot,
  SourceTelling,
  SourceTellings,
  SourceValue,
  SourceVoice,
  TemplateFault,
  When,
  Wording,
} from './source.ts';

/** One template file: its path below the pack's folder and its text. */
export interface TemplateFile {
  readonly path: string;
  readonly text: string;
}

/** Files of a pack's template folder that are not the engine's: the pack's own tables. */
const OTHER_FILES = /^(organisations|facts)\b/;

/** Reads every YAML file below `folder`, in name order. */
export function readTemplateFiles(folder: string): readonly TemplateFile[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true }) as string[];
  } catch (cause) {
    throw new PackError('no-templates', `no template folder at ${folder}`, {
      hint: 'name a folder that holds grammar.yaml',
      cause,
    });
  }
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => relative(folder, join(folder, name)).replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

/** sha256 over names and texts: the version of the templates. */
export function hashTemplateFiles(files: readonly TemplateFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
}

/** Parses all template files of a pack. Faults of form are collected in `faults`; what can be read is returned. */
export function readPackSource(
  pack: string,
  files: readonly TemplateFile[],
  faults: TemplateFault[],
): PackSource | undefined {
  const parsed = files
    .filter((file) => !OTHER_FILES.test(file.path))
    .flatMap((file) => readYaml(file.path, file.text, faults));
  const grammarSource = parsed.find((file) => file.file === 'grammar.yaml');
  if (!grammarSource) {
    faults.push({
      rule: 'grammar',
      severity: 'error',
      at: 'grammar.yaml:1',
      message: 'the pack has no readable grammar.yaml',
      hint: 'write one: docs/template-syntax.md lists what it holds',
    });
    return undefined;
  }
  const grammar = readGrammar(grammarSource, faults);
  if (!grammar) return undefined;
  const reader = new SourceReader(grammar, faults);
  for (const file of parsed) if (file !== grammarSource) reader.read(file);
  return { pack, hash: hashTemplateFiles(files), grammar, ...reader.out };
}

function readGrammar(source: YamlFile, faults: TemplateFault[]): Grammar | undefined {
  const data = checkShape(source, grammarFile, faults);
  if (!data) return undefined;
  const strings = (record: Record<string, readonly unknown[]>) =>
    Object.fromEntries(Object.entries(record).map(([key, list]) => [key, list.map(String)]));
  const groups = data.groups ?? {};
  return {
    file: source.file,
    attributes: strings(data.attributes),
    groups,
    cells: data.cells,
    kinds: mapValues(data.kinds, (kind) => ({
      aspects: kind.aspects,
      forms: kind.forms ?? ['f'],
      key: kind.key ?? false,
    })),
    beats: mapValues(data.beats, (beat) => ({
      must: beat.must ?? '',
      may: beat.may ?? [],
      gate: readWhen(beat.gate, groups),
      force: readWhen(beat.force, groups),
    })),
    arcs: data.arcs,
    relations: data.relations,
    connectives: data.connectives,
    computed: data.computed,
    slotKinds: data.slot_kinds,
    mix: data.mix,
    lengths: data.lengths,
    naming: data.naming ?? {},
  };
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function listOf(value: unknown): string[] {
  return value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String);
}

function readWhen(raw: Record<string, unknown> | undefined, groups: Readonly<Record<string, readonly string[]>>): When {
  return mapValues(raw ?? {}, (value) => listOf(value).flatMap((name) => groups[name] ?? [name]));
}

type Raw = Record<string, unknown>;
type Local = { people?: Raw | undefined; slots?: Raw | undefined; sets?: Raw | undefined };

class SourceReader {
  readonly out = {
    sets: [] as SourceSet[],
    slots: [] as SourceSlot[],
    people: [] as SourcePeople[],
    voices: [] as SourceVoice[],
    wordings: [] as Wording[],
    schemas: [] as SourceSchema[],
    shared: [] as SourceShared[],
    tellings: [] as SourceTellings[],
  };
  private readonly grammar: Grammar;
  private readonly faults: TemplateFault[];
  private readonly shapes: ReturnType<typeof storyFileShapes>;

  constructor(grammar: Grammar, faults: TemplateFault[]) {
    this.grammar = grammar;
    this.faults = faults;
    this.shapes = storyFileShapes(grammar.cells);
  }

  read(source: YamlFile): void {
    const first = Object.keys((source.data ?? {}) as Raw)[0] ?? '';
    const readers: Record<string, () => void> = {
      schema: () => this.schema(source),
      shared: () => this.sharedFacts(source),
      tellings: () => this.tellingsFile(source),
      sets: () => this.table(source, checkShape(source, setsFile, this.faults), 'sets'),
      slots: () => this.table(source, checkShape(source, slotsFile, this.faults), 'slots'),
      people: () => this.table(source, checkShape(source, peopleFile, this.faults), 'people'),
      voices: () => this.voicesFile(source),
      wordings: () => this.wordingsFile(source),
    };
    const reader = readers[first];
    if (reader) {
      reader();
      return;
    }
    this.fault(
      'file-kind',
      `${source.file}:${source.lineOf([])}`,
      `the file does not say what it is: its first key is '${first}'`,
      nearHint(first, Object.keys(readers)),
    );
  }

  private schema(source: YamlFile): void {
    const data = checkShape(source, this.shapes.schema, this.faults) as (Raw & Local) | undefined;
    if (!data) return;
    const id = String(data.schema);
    const folder = folderOf(source.file);
    this.locals(source, data, source.file);
    this.out.schemas.push({
      id,
      file: source.file,
      folder,
      line: source.lineOf(['schema']),
      question: String(data.question),
      cells: this.cells(data),
      arcs: listOf(data.arcs),
      incident: String(data.incident ?? ''),
      when: readWhen(data.when as Raw | undefined, this.grammar.groups),
      weight: Number(data.weight ?? 1),
      threads: listOf(data.threads),
      facts: this.facts(source, data.facts as Raw),
      tellings: this.beats(source, ['tellings'], (data.tellings ?? {}) as Raw),
    });
  }

  private sharedFacts(source: YamlFile): void {
    const data = checkShape(source, this.shapes.shared, this.faults) as (Raw & Local) | undefined;
    if (!data) return;
    this.locals(source, data, source.file);
    this.out.shared.push({
      id: String(data.shared),
      file: source.file,
      folder: folderOf(source.file),
      line: 1,
      cells: this.cells(data),
      facts: this.facts(source, data.facts as Raw),
    });
  }

  private tellingsFile(source: YamlFile): void {
    const data = checkShape(source, this.shapes.tellings, this.faults) as (Raw & Local) | undefined;
    if (!data) return;
    this.locals(source, data, source.file);
    this.out.tellings.push({
      id: String(data.tellings),
      file: source.file,
      folder: folderOf(source.file),
      line: 1,
      question: String(data.question),
      cells: this.cells(data),
      beats: this.beats(source, ['beats'], data.beats as Raw),
    });
  }

  private table(source: YamlFile, data: Raw | undefined, key: 'sets' | 'slots' | 'people'): void {
    if (!data) return;
    const { [key]: _name, ...entries } = data;
    this.locals(source, { [key]: entries }, scopeOf(source.file), false);
  }

  private locals(source: YamlFile, data: Local, scope: string, nested = true): void {
    const path = (key: string, name: string, ...rest: PropertyKey[]) =>
      nested ? [key, name, ...rest] : [name, ...rest];
    const { file } = source;
    for (const [name, raw] of Object.entries(data.sets ?? {})) {
      const set = Array.isArray(raw) ? { parts: raw } : (raw as { mode: SetMode; parts: unknown[] });
      const mode = 'mode' in set ? set.mode : 'deck';
      this.out.sets.push({
        name,
        scope,
        file,
        line: source.lineOf(path('sets', name)),
        mode,
        parts: listOf(set.parts),
      });
    }
    for (const [name, raw] of Object.entries(data.slots ?? {})) {
      const slot = Array.isArray(raw) ? { values: raw } : (raw as { kind?: string; values: unknown[] });
      const inner = Array.isArray(raw) ? [] : ['values'];
      this.out.slots.push({
        name,
        scope,
        file,
        line: source.lineOf(path('slots', name)),
        kind: ('kind' in slot ? slot.kind : '') ?? '',
        values: slot.values.map((value, i) => {
          const entry =
            typeof value === 'object' && value !== null ? (value as { is: unknown; when?: Raw }) : { is: value };
          return {
            text: String(entry.is),
            when: readWhen('when' in entry ? entry.when : undefined, this.grammar.groups),
            line: source.lineOf(path('slots', name, ...inner, i)),
          };
        }),
      });
    }
    for (const [name, raw] of Object.entries(data.people ?? {}))
      this.out.people.push({
        name,
        scope,
        file,
        line: source.lineOf(path('people', name)),
        persons: (raw as (string | { is: string; when?: Raw })[]).map((entry, i) => {
          const is = typeof entry === 'string' ? entry : entry.is;
          const parts = is.split('/').map((part) => part.trim());
          const line = source.lineOf(path('people', name, i));
          const pronoun = parts.length > 1 ? (parts.at(-1) as string) : '';
          if (!['she', 'he', 'they'].includes(pronoun))
            this.fault(
              'person',
              `${file}:${line}`,
              `'${is}' names no pronoun`,
              "write it as 'my manager / she' (she, he or they)",
            );
          return {
            name: parts[0] as string,
            later: parts.length > 2 ? (parts[1] as string) : (parts[0] as string),
            pronoun: pronoun || 'they',
            when: readWhen(typeof entry === 'string' ? undefined : entry.when, this.grammar.groups),
            line,
          };
        }),
      });
  }

  private voicesFile(source: YamlFile): void {
    const data = checkShape(source, voicesFile, this.faults);
    if (!data) return;
    for (const [name, voice] of Object.entries(data.list))
      this.out.voices.push({
        name,
        line: source.lineOf(['list', name]),
        weight: voice.weight,
        when: readWhen(voice.when, this.grammar.groups),
        contraction: voice.contraction,
        dropSubject: voice.drop_subject ?? 0,
        runOn: voice.run_on ?? 0,
        shortRunOn: voice.short_run_on ?? 0,
        opener: voice.opener ?? 0,
        openers: voice.openers ?? [],
        noFinalStop: voice.no_final_stop ?? 0,
        lowerCase: voice.lower_case ?? 0,
        lists: voice.lists ?? 0,
        capitals: voice.capitals ?? 0,
        trailing: voice.trailing ?? 0,
        shortStops: voice.short_stops ?? 0,
        fullStops: voice.full_stops ?? 0,
        filler: voice.filler ?? 0,
        fillers: voice.fillers ?? [],
        repeat: voice.repeat ?? 0,
        breakOff: voice.break_off ?? 0,
        closer: voice.closer ?? 0,
        closers: voice.closers ?? [],
        ragged: voice.ragged ?? 1,
        noise: voice.noise ?? 1,
        dropArticle: voice.drop_article ?? 0,
      });
  }

  private wordingsFile(source: YamlFile): void {
    const data = checkShape(source, wordingsFile, this.faults);
    const taken = new Map<string, number>();
    for (const [i, entry] of (data?.list ?? []).entries()) {
      const given = Array.isArray(entry) ? { words: entry } : entry;
      const { words, from = words, habit = '', weights = [], voices = [], before } = given;
      for (const word of new Set(from.map((one) => one.toLowerCase()))) {
        const other = taken.get(word);
        if (other !== undefined)
          this.fault(
            'wording-twice',
            `${source.file}:${source.lineOf(['list', i])}`,
            `'${word}' stands in another wording already (line ${other})`,
            'let one of them keep it',
          );
        taken.set(word, source.lineOf(['list', i]));
      }
      this.out.wordings.push({ words, from, habit, weights: words.map((_, w) => weights[w] ?? 1), voices, before });
    }
  }

  private cells(data: Raw): Cells {
    return Object.fromEntries(this.grammar.cells.map((key) => [key, listOf(data[`${key}s`])]));
  }

  private facts(source: YamlFile, raw: Raw): FactLists {
    const lastCell = this.grammar.cells.at(-1) as string;
    const lists: Record<string, SourceValue[]> = {};
    for (const [kind, list] of Object.entries(raw)) {
      if (Array.isArray(list))
        lists[kind] = list.map((value, i) => this.value(source, kind, ['facts', kind, i], value, {}));
      else
        lists[kind] = Object.entries(list as Record<string, unknown[]>).flatMap(([cell, inner]) =>
          inner.map((value, i) => this.value(source, kind, ['facts', kind, cell, i], value, { [lastCell]: [cell] })),
        );
    }
    return lists;
  }

  private value(
    source: YamlFile,
    kindName: string,
    path: readonly PropertyKey[],
    raw: unknown,
    extra: When,
  ): SourceValue {
    const kind = this.grammar.kinds[kindName];
    const line = source.lineOf(path);
    const at = `${source.file}:${line}`;
    const base = {
      topics: [],
      not: [],
      tags: [],
      when: extra,
      weight: 1,
      behind: [],
      line,
      aspect: kind?.aspects[0] ?? '',
    };
    if (typeof raw === 'string') return { ...base, forms: { '': raw } };
    const entry = raw as Raw;
    const forms: Record<string, string> = {};
    let aspect = base.aspect;
    for (const [key, text] of Object.entries(entry)) {
      if ((VALUE_KEYS as readonly string[]).includes(key)) continue;
      if (typeof text !== 'string') {
        this.fault('shape', at, `'${key}' of a ${kindName} is not a text`, 'quote it');
      } else if (kind?.aspects.includes(key)) {
        aspect = key;
        forms[''] = text;
      } else if (kind?.forms[0] === key || (key === 'f' && !forms[''])) forms[''] = text;
      else if (kind?.forms.includes(key)) forms[key] = text;
      else
        this.fault(
          'unknown-key',
          at,
          `unknown key '${key}' in a value of ${kindName}`,
          nearHint(key, [...VALUE_KEYS, ...(kind?.aspects ?? []), ...(kind?.forms ?? [])]),
        );
    }
    if (forms[''] === undefined) {
      this.fault(
        'shape',
        at,
        `a value of ${kindName} has no text`,
        `give it one of: ${[...(kind?.forms.slice(0, 1) ?? []), ...(kind?.aspects ?? [])].join(', ')}`,
      );
      forms[''] = '';
    }
    const when = {
      ...extra,
      ...readWhen(entry.when as Raw | undefined, this.grammar.groups),
      ...(entry.si ? { si: [String(entry.si)] } : {}),
    };
    return {
      forms,
      aspect,
      topics: listOf(entry.topics),
      not: listOf(entry.not),
      tags: listOf(entry.tags),
      when,
      weight: Number(entry.weight ?? 1),
      behind: (entry.behind as number[] | undefined) ?? [],
      line,
    };
  }

  private beats(source: YamlFile, prefix: readonly string[], raw: Raw): BeatLists {
    return Object.fromEntries(
      Object.entries(raw).map(([beat, list]) => [
        beat,
        (list as unknown[]).map((entry, i) => this.telling(source, beat, [...prefix, beat, i], entry)),
      ]),
    );
  }

  private telling(source: YamlFile, beat: string, path: readonly PropertyKey[], raw: unknown): SourceTelling {
    const entry = (typeof raw === 'string' ? { say: raw } : raw) as Raw;
    const must = this.grammar.beats[beat]?.must ?? '';
    const take = typeof entry.take === 'string' ? { [must]: entry.take } : ((entry.take ?? {}) as Raw);
    return {
      say: String(entry.say),
      take: mapValues(take, listOf),
      tags: mapValues((entry.tags ?? {}) as Raw, listOf),
      blind: entry.blind === true,
      topics: listOf(entry.topics),
      when: readWhen(entry.when as Raw | undefined, this.grammar.groups),
      voice: listOf(entry.voice),
      salience: Number(entry.salience ?? 0),
      weight: Number(entry.weight ?? 1),
      line: source.lineOf(path),
    };
  }

  private fault(rule: string, at: string, message: string, hint: string): void {
    this.faults.push({ rule, severity: 'error', at, message, hint });
  }
}

function folderOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] as string) : '';
}

/** The scope of a table file: '' for the pack, else the folder of its domain. */
function scopeOf(file: string): string {
  return folderOf(file);
}
