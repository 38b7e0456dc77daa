import { hashText, type Stream, unitAt } from '../../core/random.ts';
import { capitalize } from '../../grammar/literal.ts';
import { countWords, firstSentence, HELD, lastSentence } from './sentence-ends.ts';

/** What a clause begins with behind a bare comma: a subject that is no object, or a pronoun with its verb. */
const SUBJECT = [
  "(?:I|he|she|we|they)(?:'(?:m|ve|d|ll|s|re))?",
  '(?:nobody|no one|everybody|everyone)',
  "there(?:'s| was| is| were| are)",
  "it(?:'s| was| is| took| felt| went| got| had| came| made| turned| hurt| still| never| just| said)",
  "(?:that|this)(?:'s| was| is)",
].join('|');
const SPLICE = new RegExp(`, (${SUBJECT})(?= [a-z])`, 'g');
/** A clause that opens like this leans on the one behind its comma, or has no verb of its own. */
const LEANS =
  /^(?:(?:and|but|so|then|or|maybe|even|only|just|that|like) )*(?:when|whenever|if|because|after|before|since|while|once|although|though|as|until|where|whether|what|whatever|every time|each time|by the time|either|both|in|at|on|for|from|with|by|during|to|of|how|who|which|[a-z]+ing|the (?:day|night|time|moment|week|more)|not)\b/i;
/** A finite verb, roughly: common forms, a past in -ed, a short form of one. */
const FINITE =
  /\b(?:was|were|is|are|am|had|has|have|did|do|does|said|told|got|went|came|took|made|knew|thought|felt|found|saw|heard|left|kept|gave|stood|sat|lay|ran|put|cut|let|set|read|wrote|began|lost|won|met|paid|spent|slept|woke|drove|broke|fell|held|brought|bought|taught|caught|hung|hid|quit|shut|hit|hurt|meant|sent|built|swore|shook|spoke|chose|wore|tore|threw|grew|drew|flew|ate|forgot|understood|can|could|will|would|cannot|cry|hate|love|feel|think|know|dread|miss|wake|lie|sleep|go|keep|get|see|need|want|like|wish|hope|shake|eat|check|sit|laugh|says?|asks?|tells?|[a-z]+ed|[a-z]+n't|[a-z]+'(?:m|ve|re|ll|d)|(?:it|that|he|she|there|what|who)'s)\b/i;
/** An end that the next clause goes on with: who says or thinks it, what it is. */
const OPEN =
  /\b(?:said|says|asked|asks|told (?:me|him|her|us|them|people)|explained|answered|thought|think|guess|know|believe|felt|feel|was|is|that|so|why|then|thing|means|swear|goes|like|wrote|and|but|or|if|how|what|wondered|heard|read)$/i;
const UNSURE = /\b(?:if|whether)\b/i;
/** Words of each half at least, and of the clause behind the comma: shorter ones are asides ("I think"). */
const MIN_HALF = 9;
const MIN_CLAUSE = 3;
const STOP = hashText('full-stop');

/** Parts clauses that stand by themselves where a comma alone joins them: "It rained, I stayed in." becomes two sentences. */
export function withFullStops(text: string, stream: Stream, share: number): string {
  let n = 0;
  let done = '';
  let from = 0;
  for (const { index, 0: splice, 1: subject } of text.matchAll(SPLICE)) {
    if (unitAt(stream, STOP + n++) >= share) continue;
    const start = index + splice.length - (subject as string).length;
    const before = lastSentence(done + text.slice(from, index));
    if (!standsByItself(before) || !opensSentence(firstSentence(text.slice(start)))) continue;
    done += `${text.slice(from, index)}. ${capitalize(subject as string)}`;
    from = index + splice.length;
  }
  return done + text.slice(from);
}

function standsByItself(sentence: string): boolean {
  if (HELD.test(sentence) || OPEN.test(sentence) || countWords(sentence) < MIN_HALF) return false;
  const clause = sentence.slice(sentence.lastIndexOf(', ') + 1).trimStart();
  return !LEANS.test(clause) && !UNSURE.test(clause) && FINITE.test(clause);
}

function opensSentence(rest: string): boolean {
  return countWords(rest) >= MIN_HALF && countWords(rest.split(/[,;:]/, 1)[0] as string) >= MIN_CLAUSE;
}
