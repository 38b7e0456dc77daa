import { runCli } from './cli/run-cli.ts';

/** Parses the templates once before the tests, which would do so side by side. */
export default async function warmCache(): Promise<void> {
  for (const pack of ['workplace', 'students']) {
    const { code, stderr } = await runCli(['generate', pack, '-n', '1', '--stdout']);
    if (code !== 0) throw new Error(stderr);
  }
}
