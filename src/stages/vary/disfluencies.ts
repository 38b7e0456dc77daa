import { OPENING_WORDS } from '../../core/opening-words.ts';
import { PAST_VERB } from '../../core/past-verbs.ts';
import { hashText, pickAt, type Stream, unitAt } from '../../core/random.ts';
import { wordsOf } from '../../language/words.ts';

/** How a voice stumbles: shares of the clauses that begin so. */
export interface Disfluencies {
  readonly filler: number;
  readonly fillers: readonly string[];
  readonly repeat: number;
  readonly breakOff: number;
  readonly closer: number;
  readonly closers: readonly string[];
}

/** Where a clause begins: at the start, behind a sentence, behind a joining word. */
const CLAUSE =
  /(^|(?<!\b(?:Mr|Ms|Mrs|Dr))[.?!]['"]? |, )((?:[Aa]nd|[Ss]o|[Bb]ut|[Bb]ecause|'cause|[Tt]hen) )?([A-Za-z'][\w']*)((?: [\w']+)?)((?: [\w']+){2})/g;
/** What a speaker says twice while the rest is still to come: small words, hardly ever a name or a noun. */
const SMALL =
  /^(?:I|we|you|he|she|it|they|there|this|that|these|those|the|an?|my|our|your|his|her|its|their|and|but|so|or|if|when|because|'cause|then|what|how|who|some|every|one|two|all|in|on|at|for|with|like)(?:'\w+)?$/i;
const STUMBLE = hashText('stumble');
const FARTHER = hashText('farther');
const CLOSE = hashText('closer');
const WHICH = hashText('which-filler');

/** Puts in what unplanned talk has: a filler, a word said twice, a clause that is broken off and begun again; `room` words at most. */
export function withDisfluencies(text: string, stream: Stream, of: Disfluencies, room: number): string {
  let n = 0;
  let left = room;
  const put = (whole: string, more: number, instead: string) => {
    if (more > left) return whole;
    left -= more;
    return instead;
  };
  return text.replace(
    CLAUSE,
    (whole, before: string, joint: string | undefined, word: string, next: string, rest: string) => {
      const node = n++;
      const unit = unitAt(stream, STUMBLE + node);
      const opens = joint === undefined && before !== ', ';
      const again = opens ? uncapitalized(word) : word;
      const lead = before + (joint ?? '');
      if (unit < of.filler && of.fillers.length > 0) {
        const filler = of.fillers[pickAt(stream, WHICH + node, of.fillers.length)] as string;
        return put(whole, 1, `${lead}${opens ? capitalizedLike(word, filler) : filler}, ${again}${next}${rest}`);
      }
      if (!SMALL.test(word)) return whole;
      if (unit < of.filler + of.repeat) return put(whole, 1, `${lead}${word}, ${again}${next}${rest}`);
      if (unit < of.filler + of.repeat + of.breakOff && next !== '') {
        const broken = unitAt(stream, FARTHER + node) < 0.5 ? next + (rest.match(/^ [\w']+/)?.[0] ?? '') : next;
        return put(whole, 1 + wordsOf(broken).length, `${lead}${word}${broken} - ${again}${next}${rest}`);
      }
      return whole;
    },
  );
}

/** Ends a text as one ends who has no more to say ("I guess."), if there is room for the words. */
export function withCloser(text: string, stream: Stream, { closer, closers }: Disfluencies, room: number): string {
  if (closers.length === 0 || unitAt(stream, CLOSE) >= closer || !/[.!?]$/.test(text)) return text;
  const last = closers[pickAt(stream, CLOSE + 1, closers.length)] as string;
  return wordsOf(last).length > room ? text : `${text} ${last}`;
}

/** A word as it stands inside a sentence: small, unless it is a name or "I". */
function uncapitalized(word: string): string {
  const plain = word.replace(/'.*/, '').toLowerCase();
  return (OPENING_WORDS.has(plain) || PAST_VERB.test(plain) || plain === 'remember') && !/^I\b/.test(word)
    ? word.charAt(0).toLowerCase() + word.slice(1)
    : word;
}

function capitalizedLike(word: string, filler: string): string {
  return /^[A-Z]/.test(word) ? filler.charAt(0).toUpperCase() + filler.slice(1) : filler;
}
