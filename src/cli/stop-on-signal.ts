import { FabulaError } from '../core/errors.ts';

const NUMBERS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

/** Somebody pressed Ctrl-C or ended the process: it stops between two batches and leaves nothing torn. */
class Interruption extends FabulaError {
  readonly exitCode: number;

  constructor(name: keyof typeof NUMBERS) {
    super('interrupted', `stopped by ${name}`, { hint: 'a dataset folder goes on with the same command and --resume' });
    this.exitCode = 128 + NUMBERS[name];
  }
}

/** A signal that fires when the process is asked to stop; the second request ends it at once. */
export function stopOnSignal(): { readonly signal: AbortSignal; close(): void } {
  const controller = new AbortController();
  const names = Object.keys(NUMBERS) as (keyof typeof NUMBERS)[];
  const stop = (name: NodeJS.Signals) => {
    close();
    controller.abort(new Interruption(name as keyof typeof NUMBERS));
  };
  const close = () => {
    for (const name of names) process.off(name, stop);
  };
  for (const name of names) process.on(name, stop);
  return { signal: controller.signal, close };
}
