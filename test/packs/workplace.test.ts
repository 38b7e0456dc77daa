import { describe, expect, test } from 'vitest';
import type { PackConfig, Sample, Split } from '../../src/packs/pack.ts';
import { readFacts, readRoster } from '../../src/packs/workplace/data.ts';
import { workplace } from '../../src/packs/workplace/index.ts';
import { openRealSampler, realPack } from './real-pack.ts';

const { data } = realPack('workplace');
const facts = readFacts(data);
const columnAt = (name: string) => {
  const at = workplace.table.columns.findIndex((column) => column.name === name);
  if (at < 0) throw new Error(`no column ${name}`);
  return at;
};
const truthAt = (name: string) => workplace.truthColumns.columns.findIndex((column) => column.name === name);
const FIRST_ITEM = columnAt('q1');
const itemsOf = ({ row }: Sample) => row.slice(FIRST_ITEM, FIRST_ITEM + 22) as number[];
const tierOf = ({ row }: Sample) => row[columnAt('risk_tier')] as string;

function sampleAll(count: number, config: PackConfig = {}, seed = 42): readonly Sample[] {
  const sampler = openRealSampler('workplace', { count, config, seed });
  return Array.from({ length: count }, (_, i) => sampler.sample(i, 0));
}

function countBy<T>(list: readonly T[], key: (entry: T) => unknown): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const entry of list) counts[String(key(entry))] = (counts[String(key(entry))] ?? 0) + 1;
  return counts;
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const variance = (values: readonly number[]) => {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
};
function correlation(a: readonly number[], b: readonly number[]): number {
  const [middleA, middleB] = [mean(a), mean(b)];
  const covariance =
    a.reduce((sum, value, i) => sum + (value - middleA) * ((b[i] as number) - middleB), 0) / (a.length - 1);
  return covariance / Math.sqrt(variance(a) * variance(b));
}

/** Whole shares of `count`: no stratum is a whole row away from what its weight asks. */
function expectQuota(
  counts: Readonly<Record<string, number>>,
  weights: Readonly<Record<string, number>>,
  count: number,
): void {
  expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(count);
  for (const [name, weight] of Object.entries(weights))
    expect(Math.abs((counts[name] ?? 0) - weight * count), name).toBeLessThan(1);
  for (const name of Object.keys(counts)) expect(weights).toHaveProperty([name]);
}

const large = sampleAll(20_000);

describe('quotas', () => {
  const WEIGHTS: readonly (readonly [string, PackConfig])[] = [
    ['the default mix', {}],
    [
      'awkward weights',
      {
        tiers: { Crisis: 0.013, At_Risk: 0.137, Mixed: 0.5, Safe: 0.34, Thriving: 0.01 },
        domains: { Healthcare: 0.999, University: 0.001, Business: 0 },
      },
    ],
    ['two tiers and one domain', { tiers: ['Crisis', 'Thriving'], domains: ['University'] }],
  ];

  test.each(WEIGHTS.flatMap(([name, config]) => [1, 7, 999, 10_000].map((count) => [count, name, config] as const)))(
    'of %i records with %s are exact for tiers and domains',
    (count, _, config) => {
      const { tiers, domains } = workplace.parseConfig(config, data) as unknown as Record<
        'tiers' | 'domains',
        Record<string, number>
      >;
      const samples = sampleAll(count, config);
      expectQuota(countBy(samples, tierOf), tiers, count);
      expectQuota(
        countBy(samples, ({ row }) => row[columnAt('domain')]),
        domains,
        count,
      );
    },
  );

  test('organisations share their domain evenly, and stand in their own domain', () => {
    const roster = readRoster(data, 'reference');
    const counts = countBy(large, ({ row }) => row[columnAt('organization_name')]);
    for (const domain of ['Healthcare', 'University', 'Business']) {
      const members = roster
        .filter((organisation) => organisation.domain === domain)
        .map(({ name }) => counts[name] ?? 0);
      expect(Math.max(...members) - Math.min(...members)).toBeLessThanOrEqual(1);
    }
    for (const { row } of large.slice(0, 500)) {
      const organisation = roster.find(({ name }) => name === row[columnAt('organization_name')]);
      expect([organisation?.domain, organisation?.employees]).toEqual([
        row[columnAt('domain')],
        row[columnAt('employee_count')],
      ]);
    }
  });

  test('the records of a domain are numbered without gaps or repeats, tier by tier, those across a border behind', () => {
    for (const domain of ['Healthcare', 'University', 'Business']) {
      const numberOf = ({ rank }: Sample) => rank % large.length;
      const members = large
        .filter(({ row }) => row[columnAt('domain')] === domain)
        .sort((a, b) => numberOf(a) - numberOf(b));
      expect(members.map(numberOf)).toEqual(members.map((_, i) => i));
      for (const member of members)
        expect(member.rank >= large.length).toBe(member.story.attributes.tier !== tierOf(member));
      const tiers = members.map(tierOf);
      expect(tiers.filter((tier, i) => tier !== tiers[i - 1])).toEqual(Object.keys(facts.mix.tiers));
    }
  });

  test('tiers are spread over the run: the first tenth has them all in about their shares', () => {
    const first = countBy(large.slice(0, 2000), tierOf);
    for (const [tier, weight] of Object.entries(facts.mix.tiers))
      expect(Math.abs((first[tier] ?? 0) / 2000 - weight)).toBeLessThan(0.03);
  });

  test('splits take their share of every tier', () => {
    for (const tier of Object.keys(facts.mix.tiers)) {
      const members = large.filter((sample) => tierOf(sample) === tier);
      const train = members.filter(({ split }) => split === 0).length / members.length;
      expect(Math.abs(train - 0.7)).toBeLessThan(0.02);
    }
  });

  test('split by organisation, none stands in two splits', () => {
    const splits: readonly Split[] = [
      { name: 'train', share: 0.8 },
      { name: 'test', share: 0.2 },
    ];
    const sampler = openRealSampler('workplace', { count: 3000, config: { splitBy: 'organization_name' }, splits });
    const seen = new Map<unknown, Set<number>>();
    for (let i = 0; i < 3000; i++) {
      const { row, split } = sampler.sample(i, 0);
      const name = row[columnAt('organization_name')];
      seen.set(name, (seen.get(name) ?? new Set()).add(split));
    }
    expect([...seen.values()].every((set) => set.size === 1)).toBe(true);
    expect(new Set([...seen.values()].flatMap((set) => [...set])).size).toBe(2);
  });
});

const SURVEY = [
  ...[
    'response_id',
    'organization_name',
    'domain',
    'employee_count',
    'department',
    'position_level',
    'age_range',
    'gender_identity',
    'tenure_range',
    'supervises_others',
  ],
  ...[
    'q1',
    'q2',
    'q3',
    'q4',
    'q5',
    'q6',
    'q7',
    'q8',
    'q9',
    'q10',
    'q11',
    'q12',
    'q13',
    'q14',
    'q15',
    'q16',
    'q17',
    'q18',
    'q19',
    'q20',
    'q21',
    'q22',
  ],
  ...['q23_text', 'q24_text', 'q25_text', 'submission_date'],
];

describe('views', () => {
  const names = (view: string) => workplace.views[view]?.columns.map(({ name }) => name);

  test('the survey view has exactly the 36 columns, in order', () => {
    expect(SURVEY).toHaveLength(36);
    expect(names('survey')).toEqual(SURVEY);
    expect(names('default')).toEqual([...SURVEY, 'risk_tier']);
  });

  test("the trainer's dialect has its own names and words", () => {
    expect(names('trainer')).toEqual([...SURVEY.map((name) => name.replace(/_text$/, '')), 'risk_tier']);
    const words = Object.fromEntries(
      (workplace.views.trainer?.columns ?? []).flatMap(({ name, words }) => (words ? [[name, words]] : [])),
    );
    expect(words).toEqual({
      age_range: { '22-24': '18-24', '55+': '55-64' },
      tenure_range: { '3-7_years': '4-7_years', '7+_years': '8+_years' },
      gender_identity: { 'Prefer not to say': 'Prefer_not_to_say' },
    });
  });
});

describe('items', () => {
  const BANDS: Readonly<Record<string, readonly [number, number]>> = {
    Crisis: [22, 44],
    At_Risk: [45, 55],
    Mixed: [56, 66],
    Safe: [67, 77],
    Thriving: [78, 88],
  };
  const CATEGORIES = [
    [1, 4],
    [5, 7],
    [8, 10],
    [11, 14],
    [15, 18],
    [19, 22],
  ] as const;
  const some = large.slice(0, 8000);

  test('are whole numbers from 1 to 4 whose sum lies in the band of the tier, for every record', () => {
    for (const sample of large) {
      const items = itemsOf(sample);
      expect(items.every((item) => item === 1 || item === 2 || item === 3 || item === 4)).toBe(true);
      const sum = items.reduce((a, b) => a + b);
      const [low, high] = BANDS[tierOf(sample)] as readonly [number, number];
      if (sum < low || sum > high) throw new Error(`${tierOf(sample)}: ${sum}`);
    }
  });

  test('hang together: alpha of the 22 is between .80 and .95', () => {
    const rows = some.map(itemsOf);
    const single = Array.from({ length: 22 }, (_, k) => variance(rows.map((row) => row[k] as number)));
    const total = variance(rows.map((row) => row.reduce((a, b) => a + b)));
    const alpha = (22 / 21) * (1 - single.reduce((a, b) => a + b) / total);
    expect(alpha).toBeGreaterThan(0.8);
    expect(alpha).toBeLessThan(0.95);
  });

  test('categories correlate by .4 to .7', () => {
    const scores = CATEGORIES.map(([first, last]) =>
      some.map((sample) => mean(itemsOf(sample).slice(first - 1, last))),
    );
    for (let a = 0; a < 6; a++)
      for (let b = 0; b < a; b++) {
        const r = correlation(scores[a] as number[], scores[b] as number[]);
        expect(r, `categories ${b} and ${a}`).toBeGreaterThan(0.4);
        expect(r, `categories ${b} and ${a}`).toBeLessThan(0.7);
      }
  });

  test('few answer the same throughout', () => {
    const straight = some.filter((sample) => new Set(itemsOf(sample)).size === 1).length;
    expect(straight / some.length).toBeLessThan(0.02);
  });

  test('the weighted score of the truth table follows the scoring rule: 7 for all ones, 28 for all fours', () => {
    const WEIGHTS = [3, 2.5, 2, 3, 2.5, 2];
    for (const sample of some.slice(0, 300)) {
      const items = itemsOf(sample);
      let [score, most] = [0, 0];
      CATEGORIES.forEach(([first, last], k) => {
        const part = items.slice(first - 1, last);
        score += (mean(part) / 4) * part.length * (WEIGHTS[k] as number);
        most += part.length * (WEIGHTS[k] as number);
      });
      expect(sample.truth[truthAt('weighted_score')]).toBeCloseTo((score / most) * 28, 2);
    }
  });
});

test('organisations differ in their tiers as people of one place do: intraclass correlation between .03 and .12', () => {
  const order = Object.keys(facts.mix.tiers);
  const groups = new Map<unknown, number[]>();
  for (const sample of large) {
    const name = sample.row[columnAt('organization_name')];
    groups.set(name, [...(groups.get(name) ?? [])]);
    groups.get(name)?.push(order.indexOf(tierOf(sample)));
  }
  const lists = [...groups.values()];
  const size = large.length / lists.length;
  const whole = mean(lists.flat());
  const between = lists.reduce((sum, list) => sum + list.length * (mean(list) - whole) ** 2, 0) / (lists.length - 1);
  const within =
    lists.reduce((sum, list) => sum + variance(list) * (list.length - 1), 0) / (large.length - lists.length);
  const icc = (between - within) / (between + (size - 1) * within);
  expect(icc).toBeGreaterThan(0.03);
  expect(icc).toBeLessThan(0.12);
});

describe('people', () => {
  test.each([
    ['department', 'department'],
    ['position', 'position_level'],
    ['age', 'age_range'],
    ['gender', 'gender_identity'],
    ['tenure', 'tenure_range'],
  ] as const)('have the shares of the table to two points: %s', (table, column) => {
    const counts = countBy(large, ({ row }) => row[columnAt(column)]);
    for (const [value, share] of Object.entries(facts.demographics[table]))
      expect(Math.abs((counts[value] ?? 0) / large.length - share), value).toBeLessThan(0.02);
  });

  test('supervise by their position, about three in ten', () => {
    const supervising = large.filter(({ row }) => row[columnAt('supervises_others')] === true);
    expect(Math.abs(supervising.length / large.length - 0.3)).toBeLessThan(0.02);
    const share = (position: string) => {
      const members = large.filter(({ row }) => row[columnAt('position_level')] === position);
      return members.filter(({ row }) => row[columnAt('supervises_others')] === true).length / members.length;
    };
    expect(share('Entry')).toBeLessThan(0.1);
    expect(share('Senior')).toBeGreaterThan(0.5);
    expect(share('Executive')).toBeGreaterThan(0.9);
  });

  test('who learns the work does not supervise it', () => {
    const learners = large.filter(({ truth }) =>
      ['resident', 'phd_student'].includes(truth[truthAt('role')] as string),
    );
    expect(learners.length).toBeGreaterThan(100);
    expect(learners.filter(({ row }) => row[columnAt('supervises_others')] === true)).toEqual([]);
  });

  test('are older where they are higher and longer there', () => {
    const rank = (table: Readonly<Record<string, number>>, value: unknown) => Object.keys(table).indexOf(String(value));
    const { age, position, tenure } = facts.demographics;
    const ages = large.map(({ row }) => rank(age, row[columnAt('age_range')]));
    expect(
      correlation(
        ages,
        large.map(({ row }) => rank(position, row[columnAt('position_level')])),
      ),
    ).toBeGreaterThan(0.4);
    expect(
      correlation(
        ages,
        large.map(({ row }) => rank(tenure, row[columnAt('tenure_range')])),
      ),
    ).toBeGreaterThan(0.35);
    expect(
      large.filter(({ row }) => row[columnAt('age_range')] === '22-24' && row[columnAt('tenure_range')] === '7+_years'),
    ).toEqual([]);
  });

  test('have a role of their domain and department that their position allows, and only shift workers a shift', () => {
    for (const { row, truth } of large) {
      const role = truth[truthAt('role')] as string;
      const roles = facts.roles[row[columnAt('domain')] as string]?.[row[columnAt('department')] as string] ?? [];
      const fits = roles.some(
        (entry) => entry.role === role && entry.positions.includes(row[columnAt('position_level')] as string),
      );
      if (!fits) throw new Error(`${role}: ${JSON.stringify(row.slice(2, 10))}`);
      if (truth[truthAt('shift')] !== 'day') expect(facts.shift_roles).toContain(role);
    }
  });
});

describe('time', () => {
  const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

  test('answers are given in the year that ends with the last day, all through it', () => {
    const days = sampleAll(5000, { until: '2024-03-01' }).map(({ row }) => row[columnAt('submission_date')] as string);
    expect(days.every((day) => day >= '2023-03-03' && day <= '2024-03-01')).toBe(true);
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBeGreaterThanOrEqual(12);
    expect(days).toContain('2024-02-29');
  });

  test('stories of new hires are not older than their job', () => {
    const hires = large.filter(({ row }) => row[columnAt('tenure_range')] === '<1_year');
    expect(hires.length).toBeGreaterThan(1000);
    for (const { story, truth } of hires) {
      const [months] = story.computed.tenure?.map((words) => WORDS.indexOf(words.replace(/ months?$/, ''))) ?? [];
      expect(months).toBeGreaterThan(0);
      expect(truth[truthAt('months_ago')]).toBeLessThan(months as number);
    }
  });

  test('the month told is the month that lies that far back', () => {
    for (const { row, story, truth } of large.slice(0, 500)) {
      const day = new Date(row[columnAt('submission_date')] as string);
      const then = new Date(
        Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - (truth[truthAt('months_ago')] as number), 1),
      );
      const month = then.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
      expect(story.computed.month).toEqual([month]);
      expect(story.computed.since).toEqual([`since ${month}`]);
    }
  });

  test('the years told fit the tenure and the age', () => {
    for (const { row, story } of large.slice(0, 2000)) {
      const words = story.computed.tenure?.join(' ') ?? '';
      const tenure = row[columnAt('tenure_range')];
      expect(/month/.test(words)).toBe(tenure === '<1_year');
      if (row[columnAt('age_range')] === '25-34')
        expect(words).not.toMatch(/thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty/);
    }
  });
});

describe('ideation', () => {
  const levels = (samples: readonly Sample[]) => countBy(samples, ({ truth }) => truth[truthAt('si_level')]);
  const crisis = sampleAll(20_000, { tiers: ['Crisis'] });

  test('stands in at most 15% of Crisis rows and nowhere else', () => {
    const { none = 0, ...deeper } = levels(crisis);
    expect(Object.keys(deeper).sort()).toEqual(['nonspecific', 'passive']);
    expect(1 - none / crisis.length).toBeLessThanOrEqual(0.15);
    expect(1 - none / crisis.length).toBeGreaterThan(0.05);
    expect(Object.keys(levels(large.filter((sample) => tierOf(sample) !== 'Crisis')))).toEqual(['none']);
  });

  test('comes with a step toward help in at least half of its rows', () => {
    const rows = crisis.filter(({ truth }) => truth[truthAt('si_level')] !== 'none');
    expect(rows.filter(({ truth }) => truth[truthAt('help')] === 'reached').length / rows.length).toBeGreaterThan(0.5);
  });

  test('can be switched off', () => {
    expect(Object.keys(levels(sampleAll(3000, { tiers: ['Crisis'], ideation: false })))).toEqual(['none']);
  });

  test('distress is marked for the second safety check', () => {
    for (const sample of large.slice(0, 1000))
      expect(sample.sensitive).toBe(['Crisis', 'At_Risk'].includes(sample.story.attributes.tier as string));
  });
});

describe('rosters', () => {
  const names = (config: PackConfig) =>
    new Set(sampleAll(600, config).map(({ row }) => row[columnAt('organization_name')]));

  test.each(['reference', 'fictional'] as const)(
    '%s: each organisation appears, none of the other roster does',
    (roster) => {
      const own = readRoster(data, roster).map(({ name }) => name);
      expect(names({ roster })).toEqual(new Set(own));
      expect(new Set(own).size).toBe(own.length);
      expect(own.length).toBeGreaterThanOrEqual(15);
    },
  );

  test('reference is the default, and the two share no name', () => {
    expect(names({})).toEqual(names({ roster: 'reference' }));
    expect([...names({})].filter((name) => names({ roster: 'fictional' }).has(name))).toEqual([]);
  });

  test('own organisations take the place of a roster, and are called by their full name if they have no short one', () => {
    const organisations = [
      { name: 'North Mill', domain: 'Business', employees: 12 },
      { name: 'The Ashes', domain: 'Business', employees: 7, short: ['Ashes'] },
    ];
    const samples = sampleAll(40, { organisations, domains: ['Business'] });
    expect(countBy(samples, ({ row }) => row[columnAt('organization_name')])).toEqual({
      'North Mill': 20,
      'The Ashes': 20,
    });
    const words = new Map(samples.map(({ row, story }) => [row[columnAt('organization_name')], story.computed]));
    expect(words.get('North Mill')).toMatchObject({
      org: ['North Mill'],
      'org.possessive': ["North Mill's"],
      'org.phrase': ['North Mill'],
    });
    expect(words.get('The Ashes')).toMatchObject({
      org: ['Ashes'],
      'org.possessive': ["Ashes'"],
      'org.full': ['The Ashes'],
    });
  });
});

describe('a config that cannot be is refused with a way out', () => {
  test.each<readonly [string, PackConfig, string, string, RegExp]>([
    ['a misspelt setting', { rostr: 'reference' }, 'unknown-setting', 'rostr', /did you mean 'roster'/],
    ['a setting that is like no other', { zzzzzz: 1 }, 'unknown-setting', 'zzzzzz', /use one of: .*tiers.*domains/],
    ['a misspelt tier', { tiers: ['Crysis'] }, 'unknown-value', 'tiers', /did you mean 'Crisis'/],
    ['a misspelt domain', { domains: { Helthcare: 1 } }, 'unknown-value', 'domains', /did you mean 'Healthcare'/],
    ['a tier of another case', { tiers: ['at_risk'] }, 'unknown-value', 'tiers', /did you mean 'At_Risk'/],
    ['weights that do not sum to 1', { tiers: { Crisis: 0.5, Safe: 0.4 } }, 'weights', 'tiers', /scale them/],
    ['a negative weight', { tiers: { Crisis: 1.5, Safe: -0.5 } }, 'weights', 'tiers.Safe', /0 or more/],
    ['no tier at all', { tiers: [] }, 'weights', 'tiers', /at least one of: Crisis/],
    ['an unknown roster', { roster: 'fictonal' }, 'unknown-value', 'roster', /did you mean 'fictional'/],
    ['an unknown split', { splitBy: 'family' }, 'unknown-value', 'splitBy', /family_id/],
    ['a day that is not', { until: '2025-02-30' }, 'date', 'until', /YYYY-MM-DD/],
    ['a day in another form', { until: '30.06.2025' }, 'date', 'until', /YYYY-MM-DD/],
    ['a switch that is a word', { ideation: 'no' }, 'config', 'ideation', /schemas\/config.schema.json/],
    [
      'an organisation without a size',
      { organisations: [{ name: 'X', domain: 'Business' }] },
      'config',
      'organisations.0.employees',
      /schema/,
    ],
    [
      'an organisation of no known domain',
      { organisations: [{ name: 'X', domain: 'Farming', employees: 1 }] },
      'unknown-value',
      'organisations.0.domain',
      /use one of: Healthcare/,
    ],
    [
      'a domain without an organisation',
      { organisations: [{ name: 'X', domain: 'Business', employees: 1 }] },
      'no-organisation',
      'organisations',
      /weight 0/,
    ],
  ])('%s', (_, config, code, at, hint) => {
    const refused = expect.objectContaining({ name: 'UsageError', code, at, hint: expect.stringMatching(hint) });
    expect(() => workplace.parseConfig(config, data)).toThrow(refused);
  });

  test('a list keeps the default proportions of the names in it', () => {
    const { tiers } = workplace.parseConfig({ tiers: ['Safe', 'Crisis'] }, data) as { tiers?: Record<string, number> };
    expect(tiers?.Crisis).toBeCloseTo(0.05 / 0.4, 9);
    expect(tiers?.Safe).toBeCloseTo(0.35 / 0.4, 9);
    expect(tiers?.Mixed).toBe(0);
  });
});
