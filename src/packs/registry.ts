import { UsageError } from '../core/errors.ts';
import { nearHint } from '../core/nearest-name.ts';
import type { Pack } from './pack.ts';
import { students } from './students/index.ts';
import { workplace } from './workplace/index.ts';

/** Every pack that ships; a new one is a folder beside this and a line here. */
export const PACKS: readonly Pack[] = Object.freeze([workplace, students]);

/** The pack of that name; throws `UsageError` with the nearest one. */
export function packOf(id: string): Pack {
  const found = PACKS.find((pack) => pack.id === id);
  if (found) return found;
  const names = PACKS.map((pack) => pack.id);
  throw new UsageError('unknown-pack', `there is no pack '${id}'`, { hint: nearHint(id, names) });
}
