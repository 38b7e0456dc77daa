import { UsageError } from '../core/errors.ts';

/** A place where a text is against a rule of grammar. */
export interface GrammarLint {
  /** Name of the rule in harper.js. */
  readonly rule: string;
  /** Where the words in question begin and end in the text, in characters. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Finds faults of grammar in plain English text. */
export interface GrammarLinter {
  lint(text: string): Promise<GrammarLint[]>;
}

/** Rules that fault what people do on purpose in an answer, or that cry wolf on it. */
const IGNORED = [
  'SpellCheck',
  'LongSentences',
  'SentenceCapitalization',
  'CapitalizePersonalPronouns',
  'Spaces',
  'CommaFixes',
  'SplitWords',
  'MergeWords',
  'CompoundNouns',
  'DisjointPrefixes',
  'OxfordComma',
  'Dashes',
  'EllipsisLength',
  'UseEllipsisCharacter',
  'UnclosedQuotes',
  'NumericRangeEnDash',
  'CurrencyPlacement',
  'AvoidCurses',
  'OkToOkay',
  'MassNouns',
  'QuantifierNeedsOf',
  'ExpandMemoryShorthands',
  'ExpandPeople',
  'ExpandWith',
  'OrthographicConsistency',
];

/** Opens harper.js, which is not part of an installation: 72 MB for authors only. */
export async function openGrammarLinter(): Promise<GrammarLinter> {
  try {
    const [{ LocalLinter }, { binary }] = await Promise.all([import('harper.js'), import('harper.js/binary')]);
    const linter = new LocalLinter({ binary });
    await linter.setup();
    const rules = Object.fromEntries(IGNORED.map((rule) => [rule, false]));
    await linter.setLintConfig({ ...(await linter.getDefaultLintConfig()), ...rules });
    return {
      async lint(text) {
        const found = await linter.organizedLints(straightened(text), { language: 'plaintext' });
        return Object.entries(found).flatMap(([rule, lints]) =>
          lints.map((lint) => {
            const { start, end } = lint.span();
            return { rule, start, end, message: lint.message() };
          }),
        );
      },
    };
  } catch (cause) {
    throw new UsageError('no-grammar-checker', 'the grammar checker harper.js is not installed', {
      hint: 'npm install harper.js',
      cause,
    });
  }
}

/** The text with straight quotes, of the same length: harper takes curly ones for faults. */
function straightened(text: string): string {
  return text.replace(/[\u2018\u2019\u02bc]/g, "'").replace(/[\u201c\u201d]/g, '"');
}
