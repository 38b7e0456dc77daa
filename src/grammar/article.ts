/**
 * Whether a phrase takes "an": by the sound of its first word, not its letter.
 * Rules: vowel letter, minus the words that begin with a y- or w-sound, plus silent h; numbers by how they are read;
 * initialisms by the name of their first letter, unless they are read as a word (a SNF, a NASA).
 */
export function takesAn(phrase: string): boolean {
  const word = /[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*/.exec(phrase)?.[0] ?? '';
  const number = /^\d+/.exec(word)?.[0];
  if (number) return numberTakesAn(number);
  const head = word.split('-')[0] as string;
  if (isInitialism(head)) return READ_AS_WORD.has(head) ? VOWEL.test(head) : LETTER_WITH_VOWEL.test(head);
  if (head.length === 1 && head !== word) return LETTER_WITH_VOWEL.test(head);
  const lower = head.toLowerCase();
  if (SILENT_H.test(lower)) return true;
  if (CONSONANT_SOUND.test(lower)) return false;
  return VOWEL.test(lower);
}

const VOWEL = /^[aeiou]/i;
/** Letters whose own name begins with a vowel: an X-ray, an h-index. */
const LETTER_WITH_VOWEL = /^[aefhilmnorsx]/i;
const SILENT_H = /^(?:hour|hones|honor|honour|heir)/;
/** y- and w-sounds behind a vowel letter; "un-" words that merely look alike (uninvited, unanswered) stay vowels. */
const CONSONANT_SOUND =
  /^(eu|ew|one$|once$|oui|u$|uni(?!n|m|de|ll|ss)|unanim|ur[aeio]|us(?![hw])[aeu]|usi|ubiq|ute|uti|uto|uvula|ukr|uku)/;
const READ_AS_WORD = new Set([
  'SNF',
  'STEM',
  'NASA',
  'HIPAA',
  'NICU',
  'SWAT',
  'FEMA',
  'NATO',
  'SAT',
  'RAM',
  'LAN',
  'RIF',
]);

function isInitialism(word: string): boolean {
  return /^[A-Z]+s?\d*$/.test(word) && word !== 'A' && word !== 'I';
}

function numberTakesAn(digits: string): boolean {
  if (digits.startsWith('8')) return true;
  const leading = digits.length % 3 === 2 ? digits.slice(0, 2) : '';
  return leading === '11' || leading === '18';
}
