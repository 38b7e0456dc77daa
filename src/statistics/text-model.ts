/** A linear model over the terms of a text, as plain data: numbers, or the log-odds of categories. */
export interface TextModel {
  readonly kind: 'numbers' | 'categories';
  /** What is predicted: columns of numbers, or the categories of one column. */
  readonly outputs: readonly string[];
  /** Words, or words joined by a space, in the order of the weights. */
  readonly terms: readonly string[];
  readonly inverseFrequency: readonly number[];
  /** One list of weights for each output. */
  readonly weights: readonly (readonly number[])[];
  readonly intercepts: readonly number[];
  /** Lowest and highest number that is given out. */
  readonly range?: readonly [number, number];
}

/** What a model reads from a text. */
export interface TextReading {
  /** One number for each output: the number itself, or the category's probability. */
  readonly values: readonly number[];
  /** Share of the words that the model knows, 0 to 1. */
  readonly known: number;
  /** The terms that weighed most for an output, heaviest first. */
  reasons(output: number, most: number): readonly { readonly term: string; readonly weight: number }[];
}

/**
 * Opens a text model. A text counts as its terms of one and two words weighted by TF-IDF at length 1, so it is
 * `intercept + sum of weight x share`; categories go through softmax.
 */
export function openTextModel(model: TextModel): (words: readonly string[]) => TextReading {
  const places = new Map(model.terms.map((term, i) => [term, i]));
  return (words) => {
    const counts = new Map<number, number>();
    let known = 0;
    const add = (term: string) => {
      const place = places.get(term);
      if (place === undefined) return false;
      counts.set(place, (counts.get(place) ?? 0) + 1);
      return true;
    };
    words.forEach((word, i) => {
      if (add(word)) known++;
      if (i > 0) add(`${words[i - 1]} ${word}`);
    });
    let square = 0;
    for (const [place, count] of counts) {
      const weight = count * (model.inverseFrequency[place] as number);
      counts.set(place, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    const raw = model.weights.map((weights, o) => {
      let sum = model.intercepts[o] as number;
      for (const [place, weight] of counts) sum += (weights[place] as number) * (weight / length);
      return sum;
    });
    const [low, high] = model.range ?? [-Infinity, Infinity];
    return {
      values: model.kind === 'numbers' ? raw.map((value) => Math.min(high, Math.max(low, value))) : softmax(raw),
      known: words.length === 0 ? 0 : known / words.length,
      reasons: (output, most) =>
        [...counts]
          .map(([place, weight]) => ({
            term: model.terms[place] as string,
            weight: ((model.weights[output]?.[place] as number) * weight) / length,
          }))
          .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
          .slice(0, most),
    };
  };
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
