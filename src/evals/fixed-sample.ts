import { openStream, pickAt } from '../core/random.ts';

/** The same `size` items of a list on every run, in their order; all of them where there are no more. `name` names the draw. */
export function fixedSample<Item>(items: readonly Item[], size: number, name: string): readonly Item[] {
  if (items.length <= size) return items;
  const stream = openStream('eval', name);
  const order = Int32Array.from(items, (_, i) => i);
  for (let i = 0; i < size; i++) {
    const j = i + pickAt(stream, i, items.length - i);
    const taken = order[j] as number;
    order[j] = order[i] as number;
    order[i] = taken;
  }
  return Array.from(order.subarray(0, size).sort(), (i) => items[i] as Item);
}
