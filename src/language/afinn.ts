/** Gives the sum of the AFINN values of a text over the number of its tokens, -5 to 5; 0 for no token. */
export type AfinnScorer = (text: string) => number;

/** Opens the scorer of the package `sentiment` (AFINN-165, Nielsen 2011; a negation turns the word behind it). */
export async function openAfinn(): Promise<AfinnScorer> {
  const { default: Sentiment } = await import('sentiment');
  const scorer = new Sentiment();
  // The package looks negations up in a plain object, where "constructor" is always found.
  return (text) => scorer.analyze(text.replace(/\bconstructor\b/gi, 'builder')).comparative;
}
