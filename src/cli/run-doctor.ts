import { ProviderError } from '../core/errors.ts';
import { examine, type Finding, storeFinding, surveyKeys } from '../runtime/doctor.ts';
import type { DoctorOptions } from './commands/doctor.ts';
import { openPrinter } from './print.ts';

/** Runs `fabula doctor`. */
export async function runDoctor(options: DoctorOptions): Promise<void> {
  const printer = openPrinter({ json: options.json });
  const findings: Finding[] = [];
  const show = (finding: Finding) => {
    findings.push(finding);
    if (!printer.json)
      printer.line(
        `${finding.state === 'bad' ? printer.red('bad    ') : finding.state === 'good' ? printer.green('good   ') : 'unknown'}  ${finding.what.padEnd(10)} ${finding.detail}`,
      );
  };
  if (options.provider === undefined) for (const finding of surveyKeys()) show(finding);
  else
    for await (const finding of examine({
      provider: options.provider,
      model: options.model,
      baseUrl: options.baseUrl,
      assumePrice: options.assumePrice,
      call: options.call !== false,
    }))
      show(finding);
  show(storeFinding());
  if (printer.json) printer.data(findings);
  const bad = findings.find(({ state }) => state === 'bad');
  if (options.provider !== undefined && bad)
    throw new ProviderError('doctor', `${options.provider} cannot be used yet (${bad.what})`, { hint: bad.detail });
}
