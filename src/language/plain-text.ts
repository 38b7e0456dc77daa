const CURLY = /[\u2018\u2019\u02bc]/g;
/** Longer runs without a blank are no words; the taggers need time that grows with the square of their length. */
const LONGEST_RUN = 100;
const LONG_RUN = new RegExp(`(\\S{${LONGEST_RUN}})\\S+`, 'g');

/** The text with straight apostrophes and with every run of signs without a blank cut to its first 100. */
export function plainText(text: string): string {
  return text.replace(CURLY, "'").replace(LONG_RUN, '$1');
}
