/**
 * The version check of the command line, in syntax that any Node with ES modules can parse:
 * an old Node must be told what to do, not shown a stack trace.
 */

/** The oldest Node that runs TypeScript as it is. */
export const OLDEST_NODE = '22.18.0';

/**
 * The one line to print when `version` (as in `process.versions.node`) is too old, or null when it will do.
 * @param {string} version
 * @returns {string | null}
 */
export function complaintAboutNode(version) {
  const have = version.split('.').map(Number);
  const want = OLDEST_NODE.split('.').map(Number);
  for (let i = 0; i < want.length; i++) {
    const part = i < have.length && have[i] >= 0 ? have[i] : 0;
    if (part > want[i]) return null;
    if (part < want[i]) {
      return (
        'fabula needs Node ' +
        OLDEST_NODE +
        ' or newer and this is Node ' +
        version +
        ': use `npm run fabula -- ...` in a checkout, which brings its own Node, or add one with `npm install node@24`.'
      );
    }
  }
  return null;
}
