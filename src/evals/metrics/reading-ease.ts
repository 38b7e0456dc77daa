import { openSyllableCounter, type SyllableCounter } from '../../language/syllables.ts';
import type { CellMetric } from '../metric.ts';
import type { Sample } from '../sample.ts';

let counter: Promise<SyllableCounter> | undefined;

async function readingEase({ readings, tokens }: Sample): Promise<number> {
  counter ??= openSyllableCounter();
  const syllablesOf = await counter;
  let sentences = 0;
  let syllables = 0;
  for (const { sentenceWords } of readings)
    for (const words of sentenceWords) {
      if (words.length > 0) sentences++;
      for (const word of words) syllables += syllablesOf(word);
    }
  return 206.835 - 1.015 * (tokens / sentences) - 84.6 * (syllables / tokens);
}

export const READING_EASE: CellMetric = {
  id: 'reading-ease',
  title: 'Flesch reading ease',
  unit: 'ratio',
  scope: 'cell',
  about:
    '206.835 - 1.015 words/sentences - 84.6 syllables/words over all texts (Flesch 1948); 100 is very easy, 30 is hard',
  compute: readingEase,
};
