import { expect, test } from 'vitest';
import { openRunCounter } from '../../src/evals/repeated-runs.ts';

const span = (source: string, start: number, end: number) => ({ source, start, end });

/** A text of one line after the other, each by the template line named. */
function told(...parts: readonly (readonly [source: string, words: string])[]) {
  let text = '';
  const spans = parts.map(([source, words]) => {
    const start = text === '' ? 0 : text.length + 1;
    text += text === '' ? words : ` ${words}`;
    return span(source, start, text.length);
  });
  return { text, spans };
}

test('runs that stand in two texts are laid at the line that wrote their first word', () => {
  const counter = openRunCounter(3);
  counter.add(told(['a:1', 'We walked home.'], ['b:2', 'It rained all day.']));
  counter.add(told(['a:1', 'We walked home,'], ['b:3', 'singing loudly.']));
  counter.add(told(['a:1', 'We took a bus.'], ['b:3', 'It was full.']));
  const { runs, again, lines } = counter.report();
  // 5 + 3 + 5 runs; only "we walked home" stands twice.
  expect({ runs, again }).toEqual({ runs: 13, again: 2 });
  expect(lines).toEqual([{ at: 'a:1', told: 3, runs: 10, again: 2, worst: { words: 'we walked home', times: 2 } }]);
});

test('case, punctuation and the kind of apostrophe make no other run', () => {
  const counter = openRunCounter(4);
  counter.add(told(['a:1', "I didn't - really! - go."]));
  counter.add(told(['a:1', 'i didn\u2019t really go']));
  expect(counter.report().again).toBe(2);
});

test('lines with most repeats come first, and what no line wrote counts for all together alone', () => {
  const counter = openRunCounter(2);
  for (const _ of [1, 2]) {
    counter.add(told(['few:1', 'one two']));
    counter.add(told(['many:1', 'red green blue black']));
    counter.add({ text: 'nobody wrote', spans: [] });
  }
  const { again, lines } = counter.report();
  expect(again).toBe(10);
  expect(lines.map(({ at, again: count }) => [at, count])).toEqual([
    ['many:1', 6],
    ['few:1', 2],
  ]);
});

test('texts shorter than a run have none, and no texts have none', () => {
  const counter = openRunCounter(8);
  expect(counter.report()).toEqual({ runs: 0, again: 0, lines: [] });
  counter.add(told(['a:1', 'salad']));
  counter.add(told(['a:1', 'salad']));
  expect(counter.report()).toEqual({ runs: 0, again: 0, lines: [] });
});

test('the worst run is quoted from the text that told it', () => {
  const counter = openRunCounter(2);
  for (const word of ['x', 'y', 'z']) counter.add(told(['a:1', `${word} the end is near`]));
  counter.add(told(['a:1', 'is near']));
  expect(counter.report().lines[0]?.worst).toEqual({ words: 'is near', times: 4 });
});
