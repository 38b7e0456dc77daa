import { formatCount } from '../../core/format.ts';
import { type Html, html } from '../../formats/html.ts';

/** A bar of `share` (0 to 1) of the width it is given; it stretches with the page, so it holds no words but its title. */
export function bar(share: number, title: string): Html {
  return html`<svg class="bar" role="img" aria-label="${title}" width="100%" height="12"><title>${title}</title><rect class="track" width="100%" height="12" rx="3"/><rect class="fill" width="${percent(share)}" height="12" rx="3"/></svg>`;
}

/** Planned against written: two bars a row, words above them at a size that does not shrink with the page. */
export function pairedBars(
  rows: readonly { readonly name: string; readonly planned: number; readonly written: number }[],
  title: string,
): Html {
  const most = Math.max(1, ...rows.flatMap(({ planned, written }) => [planned, written]));
  const step = 50;
  const groups = rows.map(({ name, planned, written }, i) => {
    const top = i * step;
    return html`<g><title>${name}: ${formatCount(planned)} planned, ${formatCount(written)} written</title><text x="0" y="${top + 13}">${name}</text><text class="count" x="100%" y="${top + 13}" text-anchor="end">${formatCount(written)}</text><rect class="fill" y="${top + 20}" width="${percent(written / most)}" height="12" rx="3"/><rect class="planned" y="${top + 34}" width="${percent(planned / most)}" height="5" rx="2"/></g>`;
  });
  return html`<svg class="pairs" role="img" aria-label="${title}" width="100%" height="${rows.length * step - 6}"><title>${title}</title>${groups}</svg>`;
}

/** A histogram of the given bins, stretched to the width it is given, with a line at `mean` (in bins). */
export function histogram(bins: readonly number[], mean: number, title: string): Html {
  const height = 56;
  const most = Math.max(1, ...bins);
  const columns = bins.map((n, i) => {
    const tall = n === 0 ? 0 : Math.max(0.8, (n / most) * height);
    return html`<rect x="${i + 0.06}" y="${round(height - tall)}" width="0.88" height="${round(tall)}"/>`;
  });
  const line = html`<line class="mean" x1="${round(mean)}" x2="${round(mean)}" y1="0" y2="${height}"/>`;
  return html`<svg class="histogram" role="img" aria-label="${title}" viewBox="0 0 ${bins.length} ${height}" width="100%" height="${height}" preserveAspectRatio="none"><title>${title}</title>${columns}${line}</svg>`;
}

function percent(share: number): string {
  return `${(100 * Math.min(1, Math.max(0, share))).toFixed(2)}%`;
}

function round(value: number): string {
  return String(Number(value.toFixed(2)));
}
