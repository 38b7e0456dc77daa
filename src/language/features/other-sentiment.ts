import type { Feature } from './feature.ts';

/** Sentiment by another model than VADER and AFINN. */
export const OTHER_SENTIMENT_FEATURES: readonly Feature[] = Object.freeze([
  Object.freeze({
    name: 'wink_sentiment',
    set: 'extended',
    description: 'sentiment of the text by wink-nlp, which heeds negation and emoji',
    type: 'number',
    range: [-1, 1],
    source: 'wink-eng-lite-web-model, sentiment pipe',
    of: ({ winkSentiment }) => winkSentiment,
  } satisfies Feature),
]);
