import type { Command } from 'commander';
import { addAugment } from './commands/augment.ts';
import { addCache } from './commands/cache.ts';
import { addCombine } from './commands/combine.ts';
import { addCost } from './commands/cost.ts';
import { addDemo } from './commands/demo.ts';
import { addDoctor } from './commands/doctor.ts';
import { addEstimate } from './commands/estimate.ts';
import { addEval } from './commands/eval.ts';
import { addFeatures } from './commands/features.ts';
import { addGenerate } from './commands/generate.ts';
import { addLabel } from './commands/label.ts';
import { addPacks } from './commands/packs.ts';
import { addProbe } from './commands/probe.ts';
import { addTemplates } from './commands/templates.ts';
import { addVerify } from './commands/verify.ts';

/** Every command, in the order of the help; a new one is a file and a line here. */
export const commands: readonly ((program: Command) => void)[] = [
  addGenerate,
  addVerify,
  addEval,
  addFeatures,
  addProbe,
  addLabel,
  addCombine,
  addAugment,
  addEstimate,
  addCost,
  addCache,
  addDoctor,
  addTemplates,
  addPacks,
  addDemo,
];
