import type { Facts } from './data.ts';

/**
 * Opens the choice of the tier whose words a respondent uses: nearly always the own one. People word what happened, not
 * how bad they feel, so of those whose answers lie at the border of a band some write as the tier beyond it does.
 * Only tiers that the run has are used.
 */
export function openBorder(
  facts: Facts,
  tiers: readonly string[],
): (tier: string, wellbeing: number, unit: number) => string {
  const { bands, border } = facts.likert;
  const items = facts.likert.categories.reduce((n, { items: [first, last] }) => n + last - first + 1, 0);
  return (tier, wellbeing, unit) => {
    if (unit >= border.share) return tier;
    const sum = wellbeing * items;
    const [low, high] = bands[tier] as readonly [number, number];
    const beyond = (edge: number) => tiers.find((other) => bands[other]?.includes(edge));
    if (sum - low < border.points) return beyond(low - 1) ?? tier;
    if (high - sum < border.points) return beyond(high + 1) ?? tier;
    return tier;
  };
}
