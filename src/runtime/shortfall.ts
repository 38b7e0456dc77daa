import { DatasetError } from '../core/errors.ts';
import type { Job } from './job.ts';

/** The error of a run in which `missing` records failed their checks; `at` is where to look. */
export function shortfall(job: Job, missing: number, at: string | undefined): DatasetError {
  const tries = job.candidates === 1 ? 'failed their checks' : `failed their checks ${job.candidates} times over`;
  return new DatasetError('shortfall', `${missing} of ${job.count} records ${tries}; all others are written`, {
    at,
    hint: `${at ? 'rejected/ has the reasons; ' : ''}--candidates tries longer, --on-shortfall partial accepts what there is`,
  });
}
