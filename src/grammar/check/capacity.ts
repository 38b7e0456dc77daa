import { compileGrammar } from '../compile.ts';
import type { RuleGroup } from './context.ts';
import { names } from './names.ts';
import { cellText } from './plans.ts';

const STOPS_COMPILING = new Set([...Object.keys(names.rules), 'recursion', 'relation-none']);
const PLANNED_ROWS = 1_000_000;

/** No two records of a run share a skeleton, as long as there are enough of them. */
export const capacity: RuleGroup = {
  name: 'capacity',
  rules: { capacity: 'a story with fewer skeletons than the rows that are planned' },
  check(context) {
    // What cannot be compiled has been reported; capacity is counted once it can.
    if (context.faults.some(({ rule }) => STOPS_COMPILING.has(rule))) return;
    const planned = context.options.plannedRows ?? PLANNED_ROWS;
    const { source, lexicon } = context;
    const grammar = compileGrammar(source, lexicon);
    const small = new Map<string, { file: string; line: number; least: number; where: string; arc: string }>();
    for (const { schema, cell } of context.plans)
      for (const arc of grammar.cellOf(cell)?.[schema.question]?.arcs ?? [])
        for (const plan of arc.plans) {
          const { skeletons } = plan;
          const old = small.get(plan.schema.file);
          if (plan.schema !== schema || skeletons >= planned || (old && old.least <= skeletons)) continue;
          small.set(schema.file, {
            file: schema.file,
            line: schema.line,
            least: skeletons,
            where: cellText(cell),
            arc: arc.name,
          });
        }
    for (const { file, line, least, where, arc } of small.values())
      context.report(
        'capacity',
        `${file}:${line}`,
        `the arc '${arc}' of this schema has ${least} skeletons in ${where}, for ${planned} planned rows`,
        'write more values of its key facts, or more tellings of its beats that take no condition',
        'warning',
      );
  },
};
