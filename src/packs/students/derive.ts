import type { Cell } from '../../core/record.ts';
import type { Narration } from '../narration.ts';
import { TABLE } from './columns.ts';

const AT = Object.fromEntries(TABLE.columns.map(({ name }, i) => [name, i]));

/** Fills the scenario, which the middle of the story's id names, and the four features derived from text and behaviour. */
export function derive(row: Cell[], narration: Narration): void {
  const value = (name: string) => row[AT[name] as number] as number;
  const put = (name: string, cell: Cell) => {
    row[AT[name] as number] = cell;
  };
  put('scenario', narration.texts[0]?.schema.split('.')[1] ?? '');
  put('empathy_social_interaction', share(0.6 * value('social_processes') + 0.4 * value('collaboration_indicators')));
  put(
    'problem_solving_cognitive',
    share(
      0.5 * value('cognitive_processes') +
        0.3 * value('time_efficiency') +
        0.2 * (1 - Math.min(1, value('retry_count') / 10)),
    ),
  );
  put(
    'self_regulation_focus',
    share(0.5 * value('distraction_resistance') + 0.5 * Math.min(1, value('focus_duration') / 15)),
  );
  put('resilience_recovery', share(0.6 * value('recovery_rate') + 0.4 * value('perseverance_indicators')));
}

function share(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1e6) / 1e6;
}
