import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { PackError } from '../core/errors.ts';
import { compileGrammar } from '../grammar/compile.ts';
import { type Lexicon, loadLexicon } from '../grammar/lexicon.ts';
import type { CompiledGrammar } from '../grammar/plan.ts';
import { hashTemplateFiles, readPackSource, readTemplateFiles, type TemplateFile } from '../grammar/read-source.ts';
import type { PackSource, TemplateFault } from '../grammar/source.ts';
import type { Pack, PackData } from '../packs/pack.ts';
import { packOf } from '../packs/registry.ts';
import { kept, parseKept } from './kept.ts';

/** A pack with its tables and its parsed templates: plain data beside the pack, so it can be handed to a thread. */
export interface LoadedPack {
  readonly pack: Pack;
  readonly data: PackData;
  readonly source: PackSource;
}

/** Version of the kept form; a change of its shape makes old files useless. */
const KEPT_FORM = 7;

/** The folder that holds templates/: beside src in a checkout, beside dist in the package. */
export function templatesFolder(): string {
  return join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'templates');
}

/** Loads a pack's tables and templates; parsed templates are kept in the user's cache, keyed by their hash. */
export function loadPack(id: string, folder = templatesFolder()): LoadedPack {
  const pack = packOf(id);
  const files = readTemplateFiles(join(folder, id));
  const hash = hashTemplateFiles(files);
  if (recent?.pack === pack && recent.source.hash === hash) return recent;
  const loaded = kept(`templates-${id}-${KEPT_FORM}-${hash.slice(0, 24)}`, () => {
    const faults: TemplateFault[] = [];
    const source = readPackSource(id, files, faults);
    const fault = faults.find(({ severity }) => severity === 'error');
    if (fault || !source)
      throw new PackError('templates', fault?.message ?? 'the templates cannot be read', {
        at: placeOf(folder, id, fault?.at ?? 'grammar.yaml'),
        hint: `${fault?.hint ?? 'run fabula templates check'}${faults.length > 1 ? ` (${faults.length - 1} more: fabula templates check ${id})` : ''}`,
      });
    return { data: readTables(files), source };
  });
  recent = { pack, ...loaded };
  return recent;
}

/** The pack loaded last: a run asks for it several times. */
let recent: LoadedPack | undefined;

/** Compiles the templates of a loaded pack. */
export function compilePack(loaded: LoadedPack, folder = templatesFolder()): CompiledGrammar {
  return compileGrammar(loaded.source, openLexicon(folder), (at) => placeOf(folder, loaded.pack.id, at));
}

/** A place in a pack's templates as a path that an author can open. */
function placeOf(folder: string, pack: string, at: string): string {
  return join(folder === templatesFolder() ? 'templates' : folder, pack, at);
}

/** The lexicon that all packs share: the folder's own if it has one, else the one that ships. */
export function openLexicon(folder = templatesFolder()): Lexicon {
  const own = join(folder, 'lexicon', 'english.yaml');
  return loadLexicon(existsSync(own) ? own : join(templatesFolder(), 'lexicon', 'english.yaml'), parseKept);
}

/** Tables of the pack that are not templates: their first key is neither a template kind nor the grammar's. */
function readTables(files: readonly TemplateFile[]): PackData {
  const tables: Record<string, unknown> = {};
  for (const { path, text } of files) {
    const name = /^(organisations|facts)\.ya?ml$/.exec(path)?.[1];
    if (name) tables[name] = parse(text);
  }
  return tables;
}
