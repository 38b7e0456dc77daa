import { expect, test } from 'vitest';
import { openAnalyser } from '../../src/language/analyse.ts';
import { openLanguageReader } from '../../src/language/language-flag.ts';
import { readWordLists } from '../../src/runtime/features/read-lists.ts';

const analyser = await openAnalyser('fast', readWordLists());
const languageOf = openLanguageReader(analyser);
const flag = (text: string) => languageOf(analyser.analyse(text));

test.each([
  'My manager listened and we solved it together.',
  'Great job team!',
  'Yes',
  'I like it here very much',
  'better coffee',
  'more pay, fewer meetings',
  'constructor',
  'I feel sad today',
  'Her name is Siobhán O\u2019Grady and she works in Kraków.',
])('%j is English', (text) => expect(flag(text)).toBe('english'));

test.each([
  'Das ist ein sehr schöner Tag und ich gehe jetzt nach Hause.',
  'Mi jefe es muy amable y siempre nos ayuda con el trabajo.',
  'Je suis très content de mon travail ici.',
  'Ik vind het erg leuk hier op school met mijn vrienden.',
  'Il mio capo è molto gentile e mi ha aiutato.',
  'O meu chefe é muito simpático e ajuda todos.',
  'Moja szefowa jest bardzo miła i zawsze pomaga.',
  'Min chef är väldigt snäll och hjälper alla.',
  'Привет, как дела?',
  '今日はとても良い天気です。',
  'मुझे यह काम पसंद है',
])('%j is not', (text) => expect(flag(text)).toBe('other'));

test.each(['', '   ', '12 30', '\u{1f600}', '!!!'])('%j has no language', (text) => expect(flag(text)).toBe('none'));

test.each(['i dont kno wat 2 do abt my mngr tbh', 'asdf', 'xqzt', 'a'.repeat(3000)])('%j is left open', (text) =>
  expect(flag(text)).toBe('unsure'),
);
