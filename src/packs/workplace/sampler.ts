import { openCountPermutation, openPermutation } from '../../core/permutation.ts';
import { openStream, subStream, unitAt } from '../../core/random.ts';
import type { PackData, Sample, Sampler, Split } from '../pack.ts';
import { openBorder } from './border.ts';
import { daysUntil, storyTime } from './calendar.ts';
import { TABLE } from './columns.ts';
import type { WorkplaceConfig } from './config.ts';
import { type Organisation, readFacts } from './data.ts';
import { openDemographics } from './demographics.ts';
import { openLikert, weightedScore } from './likert.ts';
import { planQuotas } from './quotas.ts';

const LABEL = TABLE.columns.findIndex((column) => column.name === 'risk_tier');

/** Opens the sampler of a run: quotas laid out, then each record from its own stream. */
export function openWorkplaceSampler(run: {
  readonly config: WorkplaceConfig;
  readonly data: PackData;
  readonly seed: number;
  readonly count: number;
  readonly splits: readonly Split[];
}): Sampler {
  const { config, seed, count } = run;
  const facts = readFacts(run.data);
  const quotas = planQuotas({ ...config, count, seed, tilt: facts.organisations.tilt, splits: run.splits });
  const order = openCountPermutation(openStream(seed, 'workplace', 'order'), count);
  const identifiers = openPermutation(openStream(seed, 'workplace', 'identifier'), 0x10000, 0x10000);
  const records = openStream(seed, 'workplace', 'record');
  const days = daysUntil(config.until);
  const toldAs = openBorder(
    facts,
    Object.keys(config.tiers).filter((tier) => (config.tiers[tier] as number) > 0),
  );
  const demographicsOf = openDemographics(facts);
  const answersOf = openLikert(facts.likert);
  const wordsOf = new Map(config.organisations.map((organisation) => [organisation, organisationWords(organisation)]));

  /** Ideation and help by tier. */
  const innerFacts = Object.fromEntries(
    Object.keys(config.tiers).map((tier) => {
      const { passive, nonspecific } = facts.ideation;
      const reached = facts.help_reached[tier] ?? 1;
      const silent = tier !== 'Crisis' || !config.ideation;
      const si = (unit: number) =>
        silent ? 'none' : unit < passive ? 'passive' : unit < passive + nonspecific ? 'nonspecific' : 'none';
      return [tier, { si, reached }];
    }),
  );

  const sample = (index: number, candidate: number): Sample => {
    const position = order.at(index);
    const cell = quotas.cellAt(position);
    const rank = position - cell.start;
    const { organisation, tier } = cell;
    const { domain } = organisation;
    const stream = subStream(candidate === 0 ? records : subStream(records, -candidate), index);
    const person = demographicsOf(stream, domain);
    const answers = answersOf(stream, tier, domain);
    const time = storyTime(stream, days, person.tenure, person.age);
    const told = toldAs(tier, answers.wellbeing, unitAt(stream, 0x203));
    const inner = innerFacts[told] as (typeof innerFacts)[string];
    const si = told === tier ? inner.si(unitAt(stream, 0x201)) : 'none';
    const help =
      unitAt(stream, 0x202) < (si === 'none' ? inner.reached : facts.ideation.help_reached) ? 'reached' : 'alone';
    const id = `resp_${identifiers.at(index).toString(16).padStart(8, '0')}`;
    const row: Sample['row'] = [
      id,
      organisation.name,
      domain,
      organisation.employees,
      person.department,
      person.position,
      person.age,
      person.gender,
      person.tenure,
      person.supervises,
      ...answers.items,
      '',
      '',
      '',
      time.submissionDate,
    ];
    row[LABEL] = tier;
    return {
      row,
      key: id,
      sensitive: told === 'Crisis' || told === 'At_Risk',
      rank: cell.before + rank + (2 * candidate + (told === tier ? 0 : 1)) * count,
      split: splitAt(cell.splitEnds, rank),
      story: {
        stream,
        attributes: {
          domain,
          tier: told,
          position: person.position,
          age: person.age,
          tenure: person.tenure,
          supervises: String(person.supervises),
          shift: person.shift,
          season: time.season,
          role: person.role,
          si,
          help,
        },
        computed: {
          ...(wordsOf.get(organisation) as ReturnType<typeof organisationWords>),
          month: [time.month],
          ago: time.ago,
          since: [`since ${time.month}`],
          weekday: [time.weekday],
          tenure: time.tenure,
        },
      },
      truth: [
        id,
        tier,
        told,
        person.role,
        person.shift,
        Math.round(answers.wellbeing * 1e4) / 1e4,
        weightedScore(answers.items, facts.likert.categories),
        si,
        help,
        time.monthsAgo,
        id,
      ],
    };
  };

  const tally = (nameOf: (cell: (typeof quotas.cells)[number]) => string) => {
    const counts: Record<string, number> = {};
    for (const cell of quotas.cells) counts[nameOf(cell)] = (counts[nameOf(cell)] ?? 0) + cell.count;
    return counts;
  };
  return {
    count,
    together: 1,
    sample,
    cellOf: (index) => quotas.cellAt(order.at(index)).templates,
    splitCounts: run.splits.map((_, s) =>
      quotas.cells.reduce(
        (sum, cell) => sum + (cell.splitEnds[s] as number) - (s > 0 ? (cell.splitEnds[s - 1] as number) : 0),
        0,
      ),
    ),
    strata: {
      risk_tier: tally((cell) => cell.tier),
      domain: tally((cell) => cell.organisation.domain),
      organization_name: tally((cell) => cell.organisation.name),
    },
  };
}

function splitAt(ends: readonly number[], rank: number): number {
  let split = 0;
  while (split < ends.length - 1 && rank >= (ends[split] as number)) split++;
  return split;
}

/** What people say for the organisation; without short names, its full one. */
function organisationWords(organisation: Organisation) {
  const short = organisation.short ?? [organisation.name];
  return {
    org: short,
    'org.possessive': short.map((name) => (name.endsWith('s') ? `${name}'` : `${name}'s`)),
    'org.full': [organisation.name],
    'org.phrase': organisation.phrases ?? [short[0] as string],
  };
}
