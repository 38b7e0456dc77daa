/** Gives the part of speech of every token of a text. */
export interface Tagger {
  /** Universal tags ("PRON", "VERB", "PUNCT") in the order of the text, marks included, blanks left out. */
  tag(text: string): string[];
}

/** Opens the part-of-speech tagger of wink-nlp with its English model; loaded only when it is wanted (4 MB). */
export async function openTagger(): Promise<Tagger> {
  const [{ default: winkNlp }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ]);
  const wink = winkNlp(model, ['sbd', 'pos']);
  const { pos } = wink.its;
  const tagLine = (line: string) => wink.readDoc(line).tokens().out(pos);
  return {
    tag: (text) =>
      text
        .replace(/[\u2018\u2019\u02bc]/g, "'")
        .split('\n')
        .flatMap(tagLine)
        .filter((tag) => tag !== 'SPACE'),
  };
}
