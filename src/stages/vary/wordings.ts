import { hashText, indexByWeight, type Stream, unitAt } from '../../core/random.ts';
import { takesAn } from '../../grammar/article.ts';
import type { Wording } from '../../grammar/source.ts';

/** Puts a person's own words into a text: of words that mean the same a person uses one throughout. */
export type OwnWords = (text: string, voice: string, stream: Stream) => string;

interface Group {
  readonly wording: Wording;
  readonly node: number;
  readonly cumulative: readonly number[];
}

const NUMBER =
  '(?:\\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty|ninety|half|a hundred)\\b)';

/** Opens the wordings of a pack: one expression finds every word that somebody would say otherwise. */
export function openWordings(wordings: readonly Wording[]): OwnWords {
  const groups = new Map<string, Group>();
  const patterns: string[] = [];
  for (const wording of wordings) {
    const node = hashText(`wording/${wording.habit || wording.words.join('/')}`);
    let sum = 0;
    const cumulative = wording.weights.map((weight) => {
      sum += weight;
      return sum;
    });
    for (const word of wording.from) {
      groups.set(word.toLowerCase(), { wording, node, cumulative });
      patterns.push(literally(word) + (wording.before === 'number' ? `(?= ${NUMBER})` : ''));
    }
  }
  if (patterns.length === 0) return (text) => text;
  // Longer words first, so that "no one else" is not taken for "no one".
  const alternatives = patterns.sort((a, b) => b.length - a.length).join('|');
  const words = new RegExp(`(?<![\\w'-])(?:(an?) )?(${alternatives})(?![\\w'-])`, 'gi');
  return (text, voice, stream) =>
    text.replace(words, (whole, article: string | undefined, found: string, at: number) => {
      const { wording, node, cumulative } = groups.get(found.toLowerCase()) as Group;
      if (wording.voices.length > 0 && !wording.voices.includes(voice)) return whole;
      const own = wording.words[indexByWeight(cumulative, unitAt(stream, node))] as string;
      if (own !== found && doubles(text, at, whole.length, own)) return whole;
      const told = isOpening(text, at, found)
        ? own.replace(/^[^A-Za-z]*[a-z]/, (opening) => opening.toUpperCase())
        : own;
      return article === undefined ? told : `${article.charAt(0)}${takesAn(own) ? 'n' : ''} ${told}`;
    });
}

/** Whether a word has its capital because a sentence begins with it; "I" has one anywhere. */
function isOpening(text: string, at: number, found: string): boolean {
  return /^I\b/.test(found) ? /(?:^|[.?!\n]['")]?\s*)$/.test(text.slice(0, at)) : /^[A-Z]/.test(found);
}

/** Whether a word would stand beside itself: "on the way in in general". */
function doubles(text: string, at: number, length: number, own: string): boolean {
  const words = own.split(' ');
  return text.slice(0, at).endsWith(` ${words[0]} `) || text.startsWith(` ${words.at(-1)} `, at + length);
}

function literally(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
