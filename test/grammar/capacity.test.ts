import { expect, test } from 'vitest';
import { reportCapacity } from '../../src/grammar/capacity.ts';
import { compileGrammar } from '../../src/grammar/compile.ts';
import { loadLexicon } from '../../src/grammar/lexicon.ts';
import { readPackSource } from '../../src/grammar/read-source.ts';
import { countTemplates, STATISTICS_HEAD } from '../../src/grammar/statistics.ts';
import { BASE_PACK } from '../faults/templates/base-pack.ts';

const lexicon = loadLexicon('templates/lexicon/english.yaml');

function smallPack() {
  const files = Object.entries(BASE_PACK).map(([path, text]) => ({ path, text }));
  const source = readPackSource('small', files, []);
  if (!source) throw new Error('the base pack cannot be read');
  return source;
}

test('a question of one beat is counted by hand', () => {
  // Two values of two parts each, in two tellings: 2 x (2 + 2).
  const [bad] = reportCapacity(compileGrammar(smallPack(), lexicon), 8).filter(({ question }) => question === 'q23');
  expect(bad).toMatchObject({ question: 'q23', cell: 'North, Bad', plans: 1, fewestSkeletons: 4, derivations: 8n });
  expect(bad?.entropyBits).toBeCloseTo(3, 9);
  expect(bad?.sentencesPerBeat).toBe(8);
  expect(bad?.sentenceReuse).toBeCloseTo(1 - Math.exp(-1), 9);
  expect(bad?.expectedCollisions).toBeCloseTo(4, 9);
});

test('a story of six beats is counted by hand', () => {
  const event = 2 * 2 + 2; // the pipe in one of two rooms, the wall
  const did = 2 * 3 + 2; // asked or written, three ways to say twice; the bucket
  const reply = 2 + 2;
  const haunt = 2 + 2;
  const body = 2 + 2;
  const beats = {
    setting: 1,
    open: event + did * event + 2 + 2 * event, // the blind telling has two later mentions, the schema's own two rooms
    react: reply + 2 + did * reply, // one of the replies is speech
    haunt: haunt + haunt * 1 * body, // one connective
    body: body * 2,
    now: 2 * (2 + 2),
  };
  const product = (beats.setting + 1) * beats.open * beats.react * (beats.haunt + 1) * (beats.body + 1) * beats.now;
  const cells = reportCapacity(compileGrammar(smallPack(), lexicon), 100).filter(({ question }) => question === 'q24');
  expect(cells.map(({ cell }) => cell)).toEqual(['North, Bad', 'North, Good']);
  for (const cell of cells) {
    expect(cell.derivations).toBe(BigInt(product));
    expect(cell.entropyBits).toBeCloseTo(Math.log2(product), 9);
    expect(cell.sentencesPerBeat).toBeCloseTo(Object.values(beats).reduce((sum, n) => sum + n) / 6, 9);
  }
});

test('a story in threads has the sum of its threads', () => {
  const files = {
    ...BASE_PACK,
    'north/ask.yaml': (BASE_PACK['north/ask.yaml'] ?? '')
      .replace('facts:', 'threads: [ask, why]\nfacts:')
      .replace('[wish]', '[plea]')
      .replace('a new [pipe|plumber]', 'a new [pipe|plumber|roof]')
      .concat('  why: ["it is [wet|cold|dark|loud]", "I [slip|fall]"]\n'),
    'tellings/wish.yaml': `${BASE_PACK['tellings/wish.yaml']}  why: ["{why}."]\n`,
    'grammar.yaml': (BASE_PACK['grammar.yaml'] ?? '')
      .replace(
        '  ask: {aspects: [noun], key: true}',
        '  ask: {aspects: [noun], key: true}\n  why: {aspects: [state], key: true}',
      )
      .replace('  ask: {must: ask}', '  ask: {must: ask}\n  why: {must: why}')
      .replace('wish: {', 'plea: {question: q23, beats: [ask, why], tells: [ask, why]}\n  wish: {'),
  };
  const source = readPackSource(
    'small',
    Object.entries(files).map(([path, text]) => ({ path, text })),
    [],
  );
  if (!source) throw new Error('the pack cannot be read');
  const [bad] = reportCapacity(compileGrammar(source, lexicon), 8).filter(({ question }) => question === 'q23');
  // Two tellings of ask, one of why: 2 x 3 x 4 in the first thread, 2 x 2 x 2 in the second.
  expect(bad).toMatchObject({ plans: 1, fewestSkeletons: 3 * 4 + 2 * 2, derivations: 32n });
  expect(bad?.sentencesPerBeat).toBe((2 * (3 + 2) + (4 + 2)) / 2);
});

test('what is written is counted by question and cells', () => {
  const statistics = countTemplates(smallPack());
  expect(statistics.groups.map(({ question, cells }) => `${question} ${cells}`)).toEqual([
    'q23 North / Bad, Good',
    'q23 all / Bad, Good',
    'q24 North / Bad, Good',
    'q24 all / Bad, Good',
  ]);
  expect(statistics.groups[0]).toMatchObject({
    schemas: 1,
    values: 2,
    valuesPerFact: 2,
    alternations: 2,
    words: 8,
    readings: 2,
  });
  expect(statistics.groups[2]).toMatchObject({ schemas: 1, values: 8, sharedValues: 7, tellings: 1, valuesPerFact: 2 });
  expect(statistics.groups[3]).toMatchObject({ tellings: 12, tellingsPerBeat: 2 });
  expect(statistics.total).toMatchObject({ schemas: 2, values: 10, sharedValues: 7, tellings: 15 });
  expect(statistics.sets).toBe(1);
  for (const row of statistics.rows) expect(row).toHaveLength(STATISTICS_HEAD.length);
});
