import { countDerivations } from '../count.ts';
import type { Node } from '../pattern.ts';
import { connectivesOf } from '../scope.ts';
import type { PackSource, SourceTelling, SourceValue } from '../source.ts';
import { nodesOf } from './flatten.ts';
import { Lookup } from './lookup.ts';
import { canMeet, type StoryPlan, takes } from './plans.ts';

/** Counts the readings of tellings, with everything that their names stand for. */
export interface ReadingsCount {
  telling(telling: SourceTelling, file: string, plan: StoryPlan): bigint;
}

/** Opens a count over a pack; what has been counted is remembered. */
export function readingsCount(source: PackSource): ReadingsCount {
  return new Counter(source);
}

class Counter implements ReadingsCount {
  private readonly lookup: Lookup;
  private readonly nodes = new Map<string, readonly Node[]>();
  private readonly names = new Map<string, bigint>();
  private readonly values = new Map<SourceValue, Map<string, bigint>>();
  private readonly lists = new WeakMap<StoryPlan, Map<string, bigint>>();
  /** Names being counted: a name inside itself counts once. */
  private readonly open = new Set<string>();

  constructor(source: PackSource) {
    this.lookup = new Lookup(source);
  }

  telling(telling: SourceTelling, file: string, plan: StoryPlan): bigint {
    let last = '';
    const nodes = this.parsed(telling.say);
    const { kinds } = this.lookup.source.grammar;
    const told = nodes.flatMap((node) => (node.kind === 'ref' && kinds[node.name] ? [node.name] : []));
    const asked = JSON.stringify([telling.take, telling.tags]);
    const slots = new Set<string>();
    return countDerivations(nodes, (node) => {
      if (node.kind === 'joint') {
        const next = told[told.indexOf(last) + 1] ?? '';
        return BigInt(connectivesOf(this.lookup.source, last, next)?.length ?? 1);
      }
      if (node.kind !== 'ref' || !kinds[node.name]) return this.ofName(node, file, plan, slots);
      last = node.name;
      if (node.form === 'n' && !telling.blind) return 1n;
      const form = node.form === 'n' ? 'n' : '';
      return this.ofFact(plan, node.name, form, asked, (value) => takes(telling, node.name, value));
    });
  }

  private ofFact(
    plan: StoryPlan,
    kind: string,
    form: string,
    asked: string,
    fits: (value: SourceValue) => boolean,
  ): bigint {
    const key = `${kind}\0${form}\0${asked}`;
    const lists = this.lists.get(plan) ?? new Map<string, bigint>();
    this.lists.set(plan, lists);
    let sum = lists.get(key);
    if (sum === undefined) {
      sum = (plan.values[kind] ?? [])
        .filter(({ value }) => fits(value))
        .reduce((total, { value, file }) => total + this.ofValue(value, form, file, plan), 0n);
      lists.set(key, sum);
    }
    return sum;
  }

  private ofValue(value: SourceValue, form: string, file: string, plan: StoryPlan): bigint {
    const counts = this.values.get(value) ?? new Map<string, bigint>();
    this.values.set(value, counts);
    const key = `${form}\0${plan.schema.file}`;
    let count = counts.get(key);
    if (count === undefined) {
      count = this.ofText(value.forms[form] ?? value.forms[''] ?? '', file, plan);
      counts.set(key, count);
    }
    return count;
  }

  private ofText(text: string, file: string, plan: StoryPlan): bigint {
    const slots = new Set<string>();
    return countDerivations(this.parsed(text), (node) => this.ofName(node, file, plan, slots));
  }

  /** What a set or slot adds; 1 for all other names, and for a slot that the pattern has had. */
  private ofName(node: Node, file: string, plan: StoryPlan, slots: Set<string>): bigint {
    const { folder } = plan.schema;
    if (node.kind === 'set') {
      const set = this.lookup.set(node.name, file, folder);
      if (!set) return 1n;
      return this.named(`set\0${set.scope}\0${set.name}\0${plan.schema.file}`, () =>
        set.parts.reduce((sum, part) => sum + this.ofText(part, file, plan), 0n),
      );
    }
    const meaning = node.kind === 'ref' ? this.lookup.meaning(node.name, file, folder) : undefined;
    if (meaning?.kind !== 'slot' || slots.has(meaning.slot.name)) return 1n;
    const { slot } = meaning;
    slots.add(slot.name);
    return this.named(`slot\0${slot.scope}\0${slot.name}\0${plan.schema.file}`, () =>
      slot.values
        .filter(({ when }) => canMeet(when, plan.schema.when))
        .reduce((sum, { text }) => sum + this.ofText(text, file, plan), 0n),
    );
  }

  private named(key: string, work: () => bigint): bigint {
    const found = this.names.get(key);
    if (found !== undefined) return found;
    if (this.open.has(key)) return 1n;
    this.open.add(key);
    const count = work();
    this.open.delete(key);
    this.names.set(key, count);
    return count;
  }

  private parsed(text: string): readonly Node[] {
    let nodes = this.nodes.get(text);
    if (!nodes) {
      nodes = nodesOf(text);
      this.nodes.set(text, nodes);
    }
    return nodes;
  }
}
