import { normalAt, pickAt, type Stream, unitAt } from '../../core/random.ts';
import type { Facts, Role } from './data.ts';

export interface Demographics {
  readonly department: string;
  readonly position: string;
  readonly age: string;
  readonly gender: string;
  readonly tenure: string;
  readonly supervises: boolean;
  readonly role: string;
  readonly shift: string;
}

/** Opens a sampler of joint demographics: a Gaussian copula ties position and tenure to age; marginals stay as tabled. */
export function openDemographics(facts: Facts): (stream: Stream, domain: string) => Demographics {
  const table = facts.demographics;
  const cuts = { position: quantiles(table.position), age: quantiles(table.age), tenure: quantiles(table.tenure) };
  const { position: rPosition, tenure: rTenure } = table.correlation;
  const shiftRoles = new Set(facts.shift_roles);
  const department = chooser(table.department);
  const gender = chooser(table.gender);
  const shift = chooser(facts.shifts);
  return (stream, domain) => {
    const seniority = normalAt(stream, 0x101);
    const age = cut(cuts.age, seniority);
    const position = cut(cuts.position, tie(rPosition, seniority, normalAt(stream, 0x102)));
    const tenure = cut(cuts.tenure, tie(rTenure, seniority, normalAt(stream, 0x103)));
    const possibleTenure = age === '22-24' && tenure === '7+_years' ? '1-3_years' : tenure;
    const chosenDepartment = department(unitAt(stream, 0x104));
    const role = chooseRole(
      facts.roles[domain]?.[chosenDepartment] ?? [],
      { position, age, tenure: possibleTenure },
      stream,
    );
    return {
      department: chosenDepartment,
      position,
      age,
      gender: gender(unitAt(stream, 0x105)),
      tenure: possibleTenure,
      supervises: !TRAINEES.has(role) && unitAt(stream, 0x106) < (table.supervises[position] ?? 0),
      role,
      shift: shiftRoles.has(role) ? shift(unitAt(stream, 0x107)) : 'day',
    };
  };
}

/** Who learns the work does not supervise it. */
const TRAINEES = new Set(['resident', 'phd_student']);

function tie(correlation: number, shared: number, own: number): number {
  return correlation * shared + Math.sqrt(1 - correlation * correlation) * own;
}

type Cuts = readonly { readonly name: string; readonly below: number }[];

/** Standard normal cut points that give the shares. */
function quantiles(shares: Readonly<Record<string, number>>): Cuts {
  const total = Object.values(shares).reduce((a, b) => a + b, 0);
  let sum = 0;
  return Object.entries(shares).map(([name, share]) => {
    sum += share / total;
    return { name, below: sum > 0.999999 ? Number.POSITIVE_INFINITY : normalQuantile(sum) };
  });
}

function cut(cuts: Cuts, value: number): string {
  return (cuts.find(({ below }) => value < below) ?? (cuts.at(-1) as Cuts[number])).name;
}

/** Inverse of the standard normal distribution (Acklam's rational approximation, relative error below 1.15e-9). */
export function normalQuantile(p: number): number {
  const a = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
  ];
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
  const c = [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ];
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
  const poly = (k: readonly number[], x: number) => k.reduce((sum, coefficient) => sum * x + coefficient, 0);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return poly(c, q) / (poly(d, q) * q + 1);
  }
  if (p > 1 - 0.02425) return -normalQuantile(1 - p);
  const q = p - 0.5;
  const r = q * q;
  return (poly(a, r) * q) / (poly(b, r) * r + 1);
}

function chooser(shares: Readonly<Record<string, number>>): (unit: number) => string {
  const names = Object.keys(shares);
  const total = Object.values(shares).reduce((a, b) => a + b, 0);
  return (unit) => {
    let left = unit * total;
    for (const name of names) {
      left -= shares[name] as number;
      if (left < 0) return name;
    }
    return names.at(-1) as string;
  };
}

function chooseRole(
  roles: readonly Role[],
  person: { position: string; age: string; tenure: string },
  stream: Stream,
): string {
  const fits = roles.filter(
    (role) =>
      role.positions.includes(person.position) &&
      (role.ages?.includes(person.age) ?? true) &&
      (role.tenures?.includes(person.tenure) ?? true),
  );
  const able = fits.length > 0 ? fits : roles.filter((role) => role.positions.includes(person.position));
  const weights = able.map((role) => role.weight);
  let left = unitAt(stream, 0x108) * weights.reduce((a, b) => a + b, 0);
  for (let i = 0; i < able.length; i++) {
    left -= weights[i] as number;
    if (left < 0) return (able[i] as Role).role;
  }
  return able[pickAt(stream, 0x109, Math.max(1, able.length))]?.role ?? 'administrator';
}
