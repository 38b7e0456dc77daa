import { createRequire } from 'node:module';
import type Sentiment from 'sentiment';

/** Gives the sum of the AFINN values of a text over the number of its tokens, -5 to 5; 0 for no token. */
export type AfinnScorer = (text: string) => number;

/** Opens the scorer of the package `sentiment` (AFINN-165, Nielsen 2011; a negation turns the word behind it), loaded at the first text. */
export function openAfinn(): AfinnScorer {
  let scorer: Sentiment | undefined;
  return (text) => {
    scorer ??= new (createRequire(import.meta.url)('sentiment') as typeof Sentiment)();
    // The package looks negations up in a plain object, where "constructor" is always found.
    return scorer.analyze(text.replace(/\bconstructor\b/gi, 'builder')).comparative;
  };
}
