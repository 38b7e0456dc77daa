declare module 'ml-cart' {
  export class DecisionTreeRegression {
    constructor(options: {
      readonly maxDepth: number;
      readonly minNumSamples: number;
      readonly gainFunction: 'regression';
    });
    train(rows: readonly (readonly number[])[], targets: readonly number[]): void;
    predict(rows: readonly (readonly number[])[]): number[];
  }
}
