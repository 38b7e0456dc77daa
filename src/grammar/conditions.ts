import type { When } from './source.ts';

/**
 * Conditions on a record, numbered once: the same condition gives the same number, and a record is asked each only once.
 * Number 0 always holds.
 */
export class Conditions {
  private readonly numbers = new Map<string, number>();
  private index: AttributeIndex[] | undefined;
  private readonly tests: (readonly (readonly [string, ReadonlySet<string>])[])[] = [[]];

  /** The number of `when`, leaving out the attributes in `decided`. */
  numberOf(when: When, decided: readonly string[] = []): number {
    const open = Object.entries(when).filter(([attribute]) => !decided.includes(attribute));
    if (open.length === 0) return 0;
    const key = JSON.stringify(open.map(([attribute, values]) => [attribute, [...values].sort()]).sort());
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.tests.length;
      this.tests.push(open.map(([attribute, values]) => [attribute, new Set(values)] as const));
      this.numbers.set(key, number);
      this.index = undefined;
    }
    return number;
  }

  /** Writes into `holds` which conditions hold for the attributes, 32 to a word (see `isHeld`). */
  evaluate(attributes: Readonly<Record<string, string>>, holds: Int32Array): void {
    this.index ??= this.buildIndex();
    holds.fill(-1);
    for (const { attribute, byValue, other } of this.index) {
      const allowed = byValue.get(attributes[attribute] as string) ?? other;
      for (let word = 0; word < allowed.length; word++)
        holds[word] = (holds[word] as number) & (allowed[word] as number);
    }
  }

  /** For each attribute and value, which conditions it leaves standing. */
  private buildIndex(): AttributeIndex[] {
    const attributes = new Set(this.tests.flatMap((tests) => tests.map(([attribute]) => attribute)));
    return [...attributes].map((attribute) => {
      const asked = this.tests.map((tests) => tests.find(([name]) => name === attribute)?.[1]);
      const values = new Set(asked.flatMap((set) => [...(set ?? [])]));
      const allowedBy = (value: string | undefined) => {
        const words = new Int32Array(this.words);
        asked.forEach((set, i) => {
          if (set === undefined || (value !== undefined && set.has(value)))
            words[i >> 5] = (words[i >> 5] as number) | (1 << (i & 31));
        });
        return words;
      };
      return {
        attribute,
        byValue: new Map([...values].map((value) => [value, allowedBy(value)])),
        other: allowedBy(undefined),
      };
    });
  }

  /** Words that a set of all conditions takes. */
  get words(): number {
    return (this.tests.length + 31) >> 5;
  }
}

interface AttributeIndex {
  readonly attribute: string;
  readonly byValue: ReadonlyMap<string, Int32Array>;
  readonly other: Int32Array;
}

/** Whether condition `number` is in the set that `evaluate` wrote. */
export function isHeld(holds: Int32Array, number: number): boolean {
  return ((holds[number >> 5] as number) & (1 << (number & 31))) !== 0;
}

/** Whether the part of `when` that `known` decides can hold. */
export function canHold(when: When, known: Readonly<Record<string, string>>): boolean {
  return Object.entries(when).every(
    ([attribute, values]) => known[attribute] === undefined || values.includes(known[attribute]),
  );
}
