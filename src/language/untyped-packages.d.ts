declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}

declare module 'sentiment' {
  export default class Sentiment {
    analyze(text: string): { readonly comparative: number };
  }
}
