import { UsageError } from '../core/errors.ts';
import type { Column } from '../core/record.ts';
import { openAnalyser, type Profile } from '../language/analyse.ts';
import type { Analysis } from '../language/analysis.ts';
import type { Feature } from '../language/features/feature.ts';
import { FUNCTION_WORDS, type LanguageFlag, openLanguageReader } from '../language/language-flag.ts';
import type { WordLists } from '../language/word-list.ts';

/** What an extractor is made of. */
export interface ExtractorSettings {
  readonly lists: WordLists;
  /** In the order of the columns. */
  readonly features: readonly Feature[];
  readonly profile: Profile;
}

/** A text as numbers. */
export interface Extraction {
  /** In the order of the columns; every one is finite. */
  readonly values: readonly number[];
  readonly language: LanguageFlag;
}

/** Turns texts to numbers; what it returns depends on the text alone, not on the texts before it. */
export interface Extractor {
  readonly columns: readonly Column[];
  /** The values of the features, in their order. */
  extract(text: string): readonly number[];
  /** The same, with the language the text is in. */
  read(text: string): Extraction;
}

/** Opens an extractor: loads the engines of the profile and makes the lists ready. Throws UsageError where a feature's list is missing. */
export async function openExtractor({ lists, features, profile }: ExtractorSettings): Promise<Extractor> {
  for (const name of [FUNCTION_WORDS, ...features.flatMap((feature) => feature.lists ?? [])])
    if (!Object.hasOwn(lists, name))
      throw new UsageError('unknown-list', `the word list '${name}' is missing`, { at: 'lists', hint: 'add it' });
  const analyser = await openAnalyser(profile, lists);
  const languageOf = openLanguageReader(analyser);
  const valuesOf = (analysis: Analysis) => features.map((feature) => feature.of(analysis));
  return Object.freeze({
    columns: features.map(columnOf),
    extract: (text: string) => valuesOf(analyser.analyse(text)),
    read(text: string) {
      const analysis = analyser.analyse(text);
      return { values: valuesOf(analysis), language: languageOf(analysis) };
    },
  });
}

/** The column that a feature fills. */
export function columnOf({ name, type, description, range: [minimum, maximum] }: Feature): Column {
  return { name, type, description, minimum, ...(maximum === null ? {} : { maximum }) };
}
