import { bitsAt, openStream, type Stream } from '../../core/random.ts';
import type { Split } from '../pack.ts';
import { apportion, fitMargins, roundWithMargins } from './apportion.ts';
import type { Organisation } from './data.ts';
import { normalQuantile } from './demographics.ts';

/** Records of one organisation and one tier: how many, and where each split ends within them. */
interface QuotaCell {
  readonly organisation: Organisation;
  readonly tier: string;
  readonly start: number;
  readonly count: number;
  /** The same for all cells of a domain and tier. */
  readonly templates: number;
  /** Records of the same domain in lower tiers, or in the same tier of earlier organisations. */
  readonly before: number;
  /** Rank at which each split ends. */
  readonly splitEnds: readonly number[];
}

export interface Quotas {
  readonly cells: readonly QuotaCell[];
  /** The cell of a position in 0 .. count-1, where records stand sorted by cell. */
  cellAt(position: number): QuotaCell;
}

/**
 * Exact quotas: tiers and domains get their shares of `count` to the row, organisations of a domain share it evenly and
 * differ by a random tilt of their tier mix; splits take their shares of every cell.
 */
export function planQuotas(run: {
  readonly count: number;
  readonly seed: number;
  readonly tiers: Readonly<Record<string, number>>;
  readonly domains: Readonly<Record<string, number>>;
  readonly organisations: readonly Organisation[];
  readonly tilt: number;
  readonly splits: readonly Split[];
  readonly splitBy: string;
}): Quotas {
  const tiers = Object.keys(run.tiers).filter((tier) => (run.tiers[tier] as number) > 0);
  const domains = Object.keys(run.domains).filter((domain) => (run.domains[domain] as number) > 0);
  const domainCounts = apportion(
    run.count,
    domains.map((domain) => run.domains[domain] as number),
  );
  const tierCounts = apportion(
    run.count,
    tiers.map((tier) => run.tiers[tier] as number),
  );
  const organisations = domains.flatMap((domain) =>
    run.organisations.filter((organisation) => organisation.domain === domain),
  );
  const organisationCounts = domains.flatMap((domain, d) => {
    const n = organisations.filter((organisation) => organisation.domain === domain).length;
    return apportion(domainCounts[d] as number, new Array(n).fill(1));
  });
  const tilts = tiltsOf(organisations, domains, run.tilt, openStream(run.seed, 'organisations'));
  const start = organisations.map((_, o) =>
    tiers.map(
      (tier, t) =>
        (run.tiers[tier] as number) *
        Math.exp((tilts[o] as number) * (t - (tiers.length - 1) / 2)) *
        Math.max(1e-9, organisationCounts[o] as number),
    ),
  );
  const rounded = roundWithMargins(fitMargins(start, organisationCounts, tierCounts), organisationCounts, tierCounts);
  return layOut(domains, run.splits, run.splitBy, organisations, tiers, rounded);
}

/** Normal quantiles dealt to the organisations of a domain in random order: spread, and never all on one side. */
function tiltsOf(
  organisations: readonly Organisation[],
  domains: readonly string[],
  sd: number,
  stream: Stream,
): number[] {
  const tilts = new Array<number>(organisations.length).fill(0);
  for (const domain of domains) {
    const members = organisations.flatMap((organisation, i) => (organisation.domain === domain ? [i] : []));
    members
      .map((i) => ({ i, key: bitsAt(stream, i) }))
      .sort((a, b) => a.key - b.key)
      .forEach(({ i }, rank) => {
        tilts[i] = sd * normalQuantile((rank + 0.5) / members.length);
      });
  }
  return tilts;
}

function layOut(
  domains: readonly string[],
  splits: readonly Split[],
  splitBy: string,
  organisations: readonly Organisation[],
  tiers: readonly string[],
  counts: readonly (readonly number[])[],
): Quotas {
  const total = counts.flat().reduce((a, b) => a + b, 0);
  const cells: QuotaCell[] = [];
  let start = 0;
  const owed = splits.map(() => 0);
  const groups = splitBy === 'organization_name' ? groupSplits(organisations, counts, splits, total) : undefined;
  organisations.forEach((organisation, o) => {
    tiers.forEach((tier, t) => {
      const count = (counts[o] as number[])[t] as number;
      const group = groups?.[o];
      const sizes =
        group === undefined ? shareOut(count, splits, owed) : splits.map((_, s) => (s === group ? count : 0));
      let end = 0;
      cells.push({
        organisation,
        tier,
        start,
        count,
        templates: domains.indexOf(organisation.domain) * tiers.length + t,
        before: countBefore(organisations, counts, o, t),
        splitEnds: sizes.map((size) => (end += size)),
      });
      start += count;
    });
  });
  const starts = cells.map((cell) => cell.start);
  return {
    cells,
    cellAt(position) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= position) low = middle;
        else high = middle - 1;
      }
      return cells[low] as QuotaCell;
    },
  };
}

/** Records of the organisation's domain that come before cell (o, t) when the domain is ordered by tier. */
function countBefore(
  organisations: readonly Organisation[],
  counts: readonly (readonly number[])[],
  o: number,
  t: number,
): number {
  let before = 0;
  organisations.forEach((other, p) => {
    if (other.domain !== (organisations[o] as Organisation).domain) return;
    const row = counts[p] as readonly number[];
    for (let tier = 0; tier < t; tier++) before += row[tier] as number;
    if (p < o) before += row[t] as number;
  });
  return before;
}

/** Shares `count` out to the splits, carrying what rounding owes from cell to cell, so the totals come out exact. */
function shareOut(count: number, splits: readonly Split[], owed: number[]): number[] {
  const whole = splits.reduce((sum, split) => sum + split.share, 0);
  const due = splits.map((split, s) => (owed[s] as number) + (count * split.share) / whole);
  const sizes = apportionDue(count, due);
  sizes.forEach((size, s) => {
    owed[s] = (due[s] as number) - size;
  });
  return sizes;
}

function apportionDue(count: number, due: readonly number[]): number[] {
  const sizes = due.map((value) => Math.max(0, Math.floor(value)));
  let left = count - sizes.reduce((a, b) => a + b, 0);
  while (left !== 0) {
    const gaps = due.map((value, s) => value - (sizes[s] as number));
    const s =
      left > 0
        ? gaps.indexOf(Math.max(...gaps))
        : gaps.indexOf(Math.min(...gaps.map((gap, i) => ((sizes[i] as number) > 0 ? gap : Number.POSITIVE_INFINITY))));
    sizes[s] = (sizes[s] as number) + Math.sign(left);
    left -= Math.sign(left);
  }
  return sizes;
}

/** Whole organisations to splits: largest first, each to the split with the largest relative deficit. */
function groupSplits(
  organisations: readonly Organisation[],
  counts: readonly (readonly number[])[],
  splits: readonly Split[],
  total: number,
): number[] {
  const sizes = organisations.map((_, o) => (counts[o] as number[]).reduce((a, b) => a + b, 0));
  const whole = splits.reduce((sum, split) => sum + split.share, 0);
  const targets = splits.map((split) => (total * split.share) / whole);
  const filled = splits.map(() => 0);
  const assigned = new Array<number>(organisations.length).fill(0);
  const order = sizes.map((_, o) => o).sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
  for (const o of order) {
    const deficits = targets.map((target, s) =>
      target > 0 ? (target - (filled[s] as number)) / target : Number.NEGATIVE_INFINITY,
    );
    const s = deficits.indexOf(Math.max(...deficits));
    assigned[o] = s;
    filled[s] = (filled[s] as number) + (sizes[o] as number);
  }
  return assigned;
}
