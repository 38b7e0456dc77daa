import { describe, expect, test } from 'vitest';
import { openStream } from '../../src/core/random.ts';
import type { Wording } from '../../src/grammar/source.ts';
import { openWordings } from '../../src/stages/vary/wordings.ts';

function wording(words: readonly string[], more: Partial<Wording> = {}): Wording {
  return { words, from: words, weights: words.map(() => 1), voices: [], before: undefined, habit: '', ...more };
}

/** Every reading of the text that some person of a hundred has. */
function readings(text: string, list: readonly Wording[], voice = 'plain'): readonly string[] {
  const told = openWordings(list);
  return [...new Set(Array.from({ length: 100 }, (_, i) => told(text, voice, openStream(5, `person ${i}`))))].sort();
}

describe('words of one meaning', () => {
  test('a person uses one of them throughout', () => {
    expect(readings('everybody left and everyone knew', [wording(['everybody', 'everyone'])])).toEqual([
      'everybody left and everybody knew',
      'everyone left and everyone knew',
    ]);
  });

  test.each([
    ['Nearly all left', ['nearly', 'almost'], ['Almost all left', 'Nearly all left']],
    ['I have to say', ['I have to', 'I need to'], ['I have to say', 'I need to say']],
    ['late in December', ['December', 'Dec'], ['late in Dec', 'late in December']],
    ['Because it rained', ['because', "'cause"], ["'Cause it rained", 'Because it rained']],
    [
      'It broke, I think. I think so',
      ['I think', 'probably'],
      ['It broke, I think. I think so', 'It broke, probably. Probably so'],
    ],
    ['Two of us', ['two', '2'], ['2 of us', 'Two of us']],
  ])('%s: a capital stays where it was, and comes nowhere else', (text, words, expected) => {
    expect(readings(text, [wording(words)])).toEqual(expected);
  });

  test('the article before it follows', () => {
    expect(readings('an awful day', [wording(['awful', 'terrible'])])).toEqual(['a terrible day', 'an awful day']);
  });

  test('only words of `from` are replaced, only by the voices that have it, and never beside themselves', () => {
    expect(readings('almost there', [wording(['nearly', 'almost'], { from: ['nearly'] })])).toEqual(['almost there']);
    expect(readings('nearly there', [wording(['nearly', 'almost'], { voices: ['thumbs'] })])).toEqual(['nearly there']);
    expect(readings('in the end in general', [wording(['the end', 'the finish in'], { from: ['the end'] })])).toEqual([
      'in the end in general',
    ]);
  });
});
