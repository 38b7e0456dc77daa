import type { Pack } from '../pack.ts';
import { TABLE, TRUTH, VIEWS } from './columns.ts';
import { OPTIONS, parseWorkplaceConfig, type WorkplaceConfig } from './config.ts';
import { openWorkplaceSampler } from './sampler.ts';

/** Survey responses of people at work: ten demographics, 22 items, three narratives, a risk tier. */
export const workplace: Pack = Object.freeze<Pack>({
  id: 'workplace',
  version: '1',
  title: 'Workplace survey responses',
  description:
    'Answers to a workplace-safety survey: demographics, 22 Likert items and three narratives, labelled with the risk tier they were written for.',
  warning:
    'Some texts speak of distress, violence at work and, in at most 15% of Crisis rows, of a wish not to be here. If you are in distress yourself, please turn to someone you trust or a local help line.',
  table: TABLE,
  texts: [
    { column: 'q23_text', question: 'q23' },
    { column: 'q24_text', question: 'q24' },
    { column: 'q25_text', question: 'q25' },
  ],
  labels: ['risk_tier'],
  probe: {
    targets: [{ column: 'risk_tier', texts: ['q23_text', 'q24_text', 'q25_text'], group: 'organization_name' }],
  },
  truthColumns: TRUTH,
  views: VIEWS,
  options: OPTIONS,
  parseConfig: parseWorkplaceConfig,
  openSampler: (run) => openWorkplaceSampler({ ...run, config: run.config as WorkplaceConfig }),
});
