import { UsageError } from '../../core/errors.ts';
import type { LanguageFlag } from '../../language/language-flag.ts';
import type { Pack } from '../../packs/pack.ts';
import { openHeuristic } from '../../stages/label.ts';
import type { TextModel } from '../../statistics/text-model.ts';
import { labelColumns, type RowLabeler, type RowLabels, type UnlabelledRow, unlabelled } from './row-labels.ts';

/** Opens the labels that the words of the texts give. Throws `UsageError` where the model is not one of the pack's labels. */
export function openHeuristicLabeler(
  pack: Pack,
  model: TextModel,
): RowLabeler & { read(row: UnlabelledRow): RowLabels } {
  assertFits(pack, model);
  const heuristic = openHeuristic(model);
  const read = ({ texts }: UnlabelledRow): RowLabels => {
    const labels = heuristic(texts);
    // A text of which no word is known gets what stands before the words are weighed: that is no label.
    return labels.every(({ rationale }) => rationale === '')
      ? unlabelled('no word that the heuristic knows')
      : { origin: 'heuristic', labels };
  };
  return { read, label: async (rows) => rows.map(read) };
}

/** Labels only texts that can be read: those without letters, and unless asked for those that are not English, get none. */
export function readableOnly(labeler: RowLabeler, anyLanguage: boolean): RowLabeler {
  return {
    async label(rows) {
      const why = rows.map(({ texts, language }) => unreadable(texts, language, anyLanguage));
      const labels = await labeler.label(rows.filter((_, i) => why[i] === undefined));
      let next = 0;
      return why.map((reason) => (reason === undefined ? (labels[next++] as RowLabels) : unlabelled(reason)));
    },
  };
}

function unreadable(
  texts: readonly string[],
  language: LanguageFlag | undefined,
  anyLanguage: boolean,
): string | undefined {
  if (texts.every((text) => text.trim() === '')) return 'no text';
  if (language === 'none') return 'no letters';
  return language === 'other' && !anyLanguage ? 'not English' : undefined;
}

function assertFits(pack: Pack, { kind, outputs }: TextModel): void {
  const [first] = labelColumns(pack);
  const expected = first?.enum ? first.enum.map(String) : pack.labels;
  if (kind === (first?.enum ? 'categories' : 'numbers') && outputs.join('\0') === expected.join('\0')) return;
  throw new UsageError('other-heuristic', `the heuristic of ${pack.id} gives ${outputs.join(', ')}`, {
    at: `labelers/${pack.id}.json`,
    hint: `fit it again with npm run labelers: the labels are ${expected.join(', ')}`,
  });
}
