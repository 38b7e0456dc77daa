import type { DatasetSummary, FileEntry } from '../../core/dataset.ts';
import { formatBytes, formatCount } from '../../core/format.ts';
import { type Html, html } from '../../formats/html.ts';

/** How many files the page lists; the manifest lists all. */
const MOST = 60;

/** The files with shortened hashes, and the job that wrote them. */
export function renderFiles(summary: DatasetSummary, files: readonly FileEntry[]): Html {
  const more = files.length > MOST ? ` The first ${MOST} of ${formatCount(files.length)}.` : '';
  const rows = files
    .slice(0, MOST)
    .map(
      ({ path, rows: count, bytes, sha256 }) =>
        html`<tr><th scope="row"><code>${path}</code></th><td class="n">${formatCount(count)}</td><td class="n">${formatBytes(bytes)}</td><td class="n"><code title="${sha256}">${sha256.slice(0, 12)}</code></td></tr>`,
    );
  return html`<p class="sub">Full hashes of these and of all other files are in <a href="../manifest.json">manifest.json</a> and SHA256SUMS; <code>fabula verify DIR --replay 20</code> checks them and makes 20 rows again.${more}</p>
<div class="scroll" role="region" tabindex="0" aria-label="Files"><table><thead><tr><th scope="col">file</th><th scope="col" class="n">rows</th><th scope="col" class="n">size</th><th scope="col" class="n">SHA-256</th></tr></thead><tbody>${rows}</tbody></table></div>
<details><summary>Config of the job</summary><p class="sub">Job <code>${summary.jobHash}</code></p><pre tabindex="0">${JSON.stringify(summary.job, null, 2)}</pre></details>`;
}
