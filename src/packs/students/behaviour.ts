import { normalAt, type Stream } from '../../core/random.ts';
import type { BehaviourFacts, Facts } from './data.ts';
import type { Level, Skill } from './skills.ts';

const FIRST_GRADE = 2;
const GRADE_SPAN = 6;
const ROUND = 1e4;
const DRAW = 0x400;

/**
 * Opens the nine telemetry features of an utterance, in the order of the table. Each is drawn by a Gaussian copula on the
 * student's latent skill, so marginals stay as tabled while features, text and label of a student go together; then the
 * skill that the utterance is about lifts its own features.
 */
export function openBehaviour(
  facts: Facts,
): (stream: Stream, of: { skill: Skill; level: Level; grade: number; latent: number }) => number[] {
  const loading = facts.behaviour_loading;
  const rest = Math.sqrt(1 - loading * loading);
  const features = Object.entries(facts.behaviour);
  return (stream, { skill, level, grade, latent }) => {
    const a = facts.lift.a[level];
    const lifts = facts.lift[skill] as Readonly<Record<string, number>>;
    return features.map(([name, feature], i) => {
      const deviate = loading * latent * (feature.sign ?? 1) + rest * normalAt(stream, DRAW + i);
      const raw = drawn(feature, level, (grade - FIRST_GRADE) / GRADE_SPAN, deviate);
      const lifted = raw * (1 + (lifts[name] ?? 0) * (a - 0.9));
      const value =
        name === 'retry_count' && skill === facts.retry.skill
          ? Math.floor(raw * (facts.retry.base - facts.retry.factor * a))
          : lifted;
      const [low, high] = feature.range;
      return Math.round(Math.min(high, Math.max(low, value)) * ROUND) / ROUND;
    });
  };
}

/** The value whose rank in the feature's distribution is that of `deviate` in the standard normal one. */
function drawn(feature: BehaviourFacts, level: Level, g: number, deviate: number): number {
  const [mean, sd] = feature[level] as [number, number?];
  const shifted = mean + (feature.grade ?? 0) * g;
  return sd === undefined ? poissonQuantile(shifted, normalCdf(deviate)) : shifted + sd * deviate;
}

/** Smallest count whose cumulative Poisson probability reaches `p`. */
function poissonQuantile(lambda: number, p: number): number {
  let term = Math.exp(-lambda);
  let sum = term;
  let count = 0;
  while (sum < p && count < 10 * lambda + 50) {
    count++;
    term *= lambda / count;
    sum += term;
  }
  return count;
}

/** Standard normal distribution function (Abramowitz and Stegun 26.2.17, error below 7.5e-8). */
function normalCdf(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - tail : tail;
}
