import { normalAt, pickAt, type Stream } from '../../core/random.ts';
import type { Facts } from './data.ts';

/** Answers to the 22 items and the latent they were drawn around. */
export interface LikertAnswers {
  readonly items: readonly number[];
  /** Row mean aimed at, 1 to 4. */
  readonly wellbeing: number;
}

const TARGET = 0x11d;
const CATEGORY = 0x2a000;
const ITEM = 0x3b000;

/** Opens a sampler of item answers: category effects shared by the items of a scale, item noise, a domain's bias. */
export function openLikert(likert: Facts['likert']): (stream: Stream, tier: string, domain: string) => LikertAnswers {
  const categoryOf: number[] = [];
  likert.categories.forEach((category, k) => {
    for (let item = category.items[0]; item <= category.items[1]; item++) categoryOf.push(k);
  });
  const count = categoryOf.length;
  return (stream, tier, domain) => {
    const [low, high] = likert.bands[tier] as readonly [number, number];
    const from = Math.max(low, likert.floor[tier] ?? low);
    const target = from + pickAt(stream, TARGET, high - from + 1);
    const wellbeing = target / count;
    const bias = likert.domain_bias[domain] ?? [];
    const effects = likert.categories.map(
      (_, k) => likert.category_sd * normalAt(stream, CATEGORY + k) + (bias[k] ?? 0),
    );
    const latent = categoryOf.map(
      (k, i) => wellbeing + (effects[k] as number) + likert.item_sd * normalAt(stream, ITEM + i),
    );
    return { items: shiftToSum(latent, target, low, high), wellbeing };
  };
}

/** Rounds latents to 1..4 after the common shift that brings their sum to `target`, or into low..high where it jumps past. */
function shiftToSum(latent: readonly number[], target: number, low: number, high: number): readonly number[] {
  let bottom = -2;
  let top = 2;
  for (let step = 0; step < 12; step++) {
    const shift = (bottom + top) / 2;
    let sum = 0;
    for (const value of latent) sum += level(value + shift);
    if (sum === target) return latent.map((value) => level(value + shift));
    if (sum < target) bottom = shift;
    else top = shift;
  }
  const below = latent.map((value) => level(value + bottom));
  const sum = below.reduce((a, b) => a + b, 0);
  return sum >= low && sum <= high ? below : latent.map((value) => level(value + top));
}

function level(value: number): number {
  return value < 1.5 ? 1 : value < 2.5 ? 2 : value < 3.5 ? 3 : 4;
}

/**
 * The weighted score, 7 to 28: sum over categories of (mean/4) x items x weight, times 28 over the largest possible sum
 * (the reference's scoring code).
 */
export function weightedScore(items: readonly number[], categories: Facts['likert']['categories']): number {
  let score = 0;
  let most = 0;
  for (const {
    weight,
    items: [first, last],
  } of categories) {
    const n = last - first + 1;
    let sum = 0;
    for (let item = first; item <= last; item++) sum += items[item - 1] as number;
    score += (sum / n / 4) * n * weight;
    most += n * weight;
  }
  return Math.round(((score * 28) / most) * 100) / 100;
}
