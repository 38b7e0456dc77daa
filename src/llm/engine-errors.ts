import { BudgetError, ProviderError, UsageError } from '../core/errors.ts';
import type { BudgetState } from '../core/model-calls.ts';
import { nearHint } from '../core/nearest-name.ts';
import type { CallFault } from './call-fault.ts';
import { dollars } from './money.ts';
import type { Provider } from './provider.ts';

const AGAIN = 'run it again with --resume: what is paid for is kept';

/** The errors that stop an engine, in words for its user. */

export function overBudget({ scope, spentUusd, capUusd = 0 }: BudgetState, worstUusd: number): BudgetError {
  const [kind, name] = scope.split(':');
  const what = kind === 'day' ? `the budget of the day ${name}` : 'the budget of the run';
  const message = `${what} is used up: ${dollars(spentUusd)} of ${dollars(capUusd)} are spent, and the next call could cost ${dollars(worstUusd)}`;
  return new BudgetError('budget', message, { hint: `raise --budget and ${AGAIN}` });
}

export function outOfCredit({ id }: Provider, fault: CallFault): ProviderError {
  return new ProviderError('quota', `${id} says that the account is out of credit: ${fault.message}`, {
    hint: `add credit or raise the limit there, then ${AGAIN}`,
  });
}

export function keyRefused({ id }: Provider, fault: CallFault): UsageError {
  return new UsageError('credentials', `${id} refused the key (HTTP ${fault.http}): ${fault.message}`, {
    hint: 'check the key in the environment (fabula doctor says where it is read)',
  });
}

export function unknownModel({ id }: Provider, model: string, names: readonly string[], fault: CallFault): UsageError {
  return new UsageError('no-model', `${id} has no model '${model}' (${fault.message})`, {
    hint: nearHint(model, names, 'ask the provider for its model names'),
  });
}

export function requestsRefused({ id }: Provider, fault: CallFault): ProviderError {
  return new ProviderError('bad-request', `${id} refuses the requests: ${fault.message}`, {
    hint: 'try another model, or fabula doctor',
  });
}

export function noStructuredOutput({ id }: Provider, fault: CallFault): ProviderError {
  return new ProviderError('no-structured-output', `${id} cannot answer in any form: ${fault.message}`, {
    hint: 'try another model or server',
  });
}

export function providerDown({ id, baseUrl }: Provider, fault: CallFault): ProviderError {
  return new ProviderError('provider-down', `${id} at ${baseUrl} does not answer: ${fault.message}`, {
    hint: `check the address and the service, then ${AGAIN}`,
  });
}

export function paused({ id }: Provider, waitMs: number): ProviderError {
  const minutes = Math.ceil(waitMs / 60_000);
  return new ProviderError('paused', `${id} asks to wait ${minutes} minutes, longer than --max-wait`, {
    hint: `run it again with --resume in ${minutes} minutes`,
  });
}

export function inBatch(run: string): ProviderError {
  return new ProviderError('in-batch', `the run ${run} has some of these calls in a batch that has not been taken in`, {
    hint: 'run the command of that run again: it takes the batch in, and this run then finds the answers',
  });
}

export function stopped(): ProviderError {
  return new ProviderError('stopped', 'the run was stopped', { hint: 'run it again with --resume' });
}
