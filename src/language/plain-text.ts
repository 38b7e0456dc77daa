const CURLY = /[\u2018\u2019\u02bc]/g;
/** Longer runs without a blank are no words; the taggers need time that grows with the square of their length. */
const LONGEST_RUN = 100;
const LONG_RUN = new RegExp(`(\\S{${LONGEST_RUN}})\\S+`, 'g');
const BLANK = /\s/;

/** The text with straight apostrophes and with every run of signs without a blank cut to its first 100. */
export function plainText(text: string): string {
  const straight = text.replace(CURLY, "'");
  return hasLongRun(straight) ? straight.replace(LONG_RUN, '$1') : straight;
}

/** Looks back from the furthest place a run may reach, so that most signs are never looked at. */
function hasLongRun(text: string): boolean {
  for (let start = 0; start + LONGEST_RUN < text.length; ) {
    let at = start + LONGEST_RUN;
    while (at >= start && !BLANK.test(text.charAt(at))) at--;
    if (at < start) return true;
    start = at + 1;
  }
  return false;
}
