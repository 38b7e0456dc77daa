import type { When } from './source.ts';

/**
 * Conditions on a record, numbered once: the same condition gives the same number, and a record is asked each only once.
 * Number 0 always holds.
 */
export class Conditions {
  private readonly numbers = new Map<string, number>();
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
    }
    return number;
  }

  get count(): number {
    return this.tests.length;
  }

  /** Writes into `holds` which conditions hold for the attributes. */
  evaluate(attributes: Readonly<Record<string, string>>, holds: Uint8Array): void {
    for (let i = 1; i < this.tests.length; i++) {
      const tests = this.tests[i] as readonly (readonly [string, ReadonlySet<string>])[];
      let all = 1;
      for (const [attribute, values] of tests)
        if (!values.has(attributes[attribute] as string)) {
          all = 0;
          break;
        }
      holds[i] = all;
    }
  }
}

/** Whether the part of `when` that `known` decides can hold. */
export function canHold(when: When, known: Readonly<Record<string, string>>): boolean {
  return Object.entries(when).every(([attribute, values]) => known[attribute] === undefined || values.includes(known[attribute]));
}
