declare module 'tracery-grammar' {
  const tracery: {
    createGrammar(raw: Record<string, string[]>): {
      addModifiers(modifiers: object): void;
      flatten(rule: string): string;
    };
    readonly baseEngModifiers: object;
  };
  export default tracery;
}
