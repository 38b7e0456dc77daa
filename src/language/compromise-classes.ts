/** How many words of each class a text has. */
export interface WordClasses {
  readonly noun: number;
  readonly properNoun: number;
  readonly verb: number;
  readonly auxiliary: number;
  readonly adjective: number;
  readonly adverb: number;
}

/** Opens the counter of word classes of `compromise`; loaded only for the deep profile, because it is slow. */
export async function openCompromise(): Promise<(text: string) => WordClasses> {
  const { default: compromise } = await import('compromise');
  return (text) => {
    const counts = { noun: 0, properNoun: 0, verb: 0, auxiliary: 0, adjective: 0, adverb: 0 };
    for (const { tags } of compromise(text).termList() as readonly { readonly tags: ReadonlySet<string> }[]) {
      if (tags.has('ProperNoun')) counts.properNoun++;
      else if (tags.has('Noun') && !tags.has('Pronoun')) counts.noun++;
      else if (tags.has('Auxiliary') || tags.has('Modal') || tags.has('Copula')) counts.auxiliary++;
      else if (tags.has('Verb')) counts.verb++;
      else if (tags.has('Adjective')) counts.adjective++;
      else if (tags.has('Adverb')) counts.adverb++;
    }
    return counts;
  };
}
