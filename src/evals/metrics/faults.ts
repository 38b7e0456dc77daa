import { isFiller } from '../../language/fillers.ts';
import { findLeftover, findUnsafe } from '../../language/safety.ts';
import { wordsOf } from '../../language/words.ts';
import type { CorpusFigure, CorpusMetric, Finding } from '../metric.ts';
import type { EvalText } from '../sample.ts';
import { findTextFaults, type TextFault } from '../text-faults.ts';

const FINDINGS = 10;
/** Characters shown on each side of a fault. */
const AROUND = 20;

/** What is wrong with a text, and where. */
type Fault = { readonly what: string; readonly start: number; readonly end: number } | undefined;

/** The number of texts with a fault, and the first ten of them. */
function textsWith(texts: readonly EvalText[], find: (text: string) => Fault): CorpusFigure {
  const findings: Finding[] = [];
  let value = 0;
  for (const { id, text } of texts) {
    const fault = find(text);
    if (!fault) continue;
    value++;
    if (findings.length === FINDINGS) continue;
    const words = text.slice(Math.max(0, fault.start - AROUND), fault.end + AROUND).trim();
    findings.push({ id, excerpt: `${fault.what}: ${words}` });
  }
  return { value, findings };
}

/** A fault of the text as written; `passes` lets some kinds pass. */
function leftover(text: string, passes: (fault: TextFault) => boolean = () => false): Fault {
  const found = findLeftover(text);
  if (found !== undefined) {
    const start = text.indexOf(found);
    return { what: `left over "${found}"`, start, end: start + found.length };
  }
  const fault = findTextFaults(text).find((one) => !passes(one));
  return fault && { what: fault.kind, start: fault.start, end: fault.end };
}

/** Speakers say a word twice on purpose, and an article before they know the word: "a um, elephant". */
function leftoverOfTalk(text: string): Fault {
  return leftover(
    text,
    ({ kind, start, end }) =>
      kind === 'doubled word' || (kind === 'wrong article' && isFiller(wordsOf(text.slice(start, end)).at(-1) ?? '')),
  );
}

function unsafe(text: string): Fault {
  const rule = findUnsafe(text);
  const found = rule?.pattern.exec(text);
  return rule && found ? { what: rule.name, start: found.index, end: found.index + found[0].length } : undefined;
}

export const FAULTS: readonly CorpusMetric[] = [
  {
    id: 'leftovers',
    title: 'texts with leftovers',
    unit: 'count',
    scope: 'corpus',
    about:
      'number of texts with what a template left over ({slot}, undefined, NaN, a doubled space or stop), a doubled word, a wrong article, an empty sentence or no words',
    compute: (texts) => textsWith(texts, (text) => leftover(text)),
  },
  {
    id: 'leftovers-of-talk',
    title: 'talk with leftovers',
    unit: 'count',
    scope: 'corpus',
    about:
      'the same number for transcribed talk, where a word may stand twice ("and, and", "he he took it") and an article before um or uh',
    compute: (texts) => textsWith(texts, leftoverOfTalk),
  },
  {
    id: 'safety-hits',
    title: 'texts against a safety rule',
    unit: 'count',
    scope: 'corpus',
    about: 'number of texts that name a method, an intent, a note, a hotline or use harmful wording',
    compute: (texts) => textsWith(texts, unsafe),
  },
];
