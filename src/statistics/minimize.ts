/** A smooth function: gives its value at `point` and writes its gradient there into `gradient`. */
export type Smooth = (point: Float64Array, gradient: Float64Array) => number;

export interface MinimizeOptions {
  /** Done when no part of the gradient is larger. */
  readonly tolerance: number;
  readonly maxIterations: number;
}

/** Steps remembered to estimate the curvature. */
const MEMORY = 10;
/** Share of the promised fall that a step must bring (Armijo), and share of the slope it may leave (Wolfe). */
const FALL = 1e-4;
const SLOPE = 0.9;

/**
 * The point where a convex smooth function is least, by L-BFGS (Liu and Nocedal 1989) with a bisecting search for a step
 * that keeps the weak Wolfe conditions (Lewis and Overton 2013). Stops at `maxIterations`, or where no step brings a fall.
 */
export function minimize(smooth: Smooth, start: Float64Array, options: MinimizeOptions): Float64Array {
  let point = start.slice();
  let gradient = new Float64Array(start.length);
  let value = smooth(point, gradient);
  const steps: Step[] = [];
  for (let iteration = 0; iteration < options.maxIterations; iteration++) {
    if (largest(gradient) <= options.tolerance) break;
    const direction = directionOf(gradient, steps);
    const found = searchLine(smooth, point, value, direction, dot(direction, gradient));
    if (found === undefined) break;
    const moved = combine(found.point, -1, point);
    const turned = combine(found.gradient, -1, gradient);
    const curvature = dot(moved, turned);
    if (curvature > 0) steps.push({ moved, turned, curvature });
    if (steps.length > MEMORY) steps.shift();
    ({ point, gradient, value } = found);
  }
  return point;
}

/** How far the point moved, how the gradient changed by it, and their product. */
interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly curvature: number;
}

interface Place {
  readonly point: Float64Array<ArrayBuffer>;
  readonly gradient: Float64Array<ArrayBuffer>;
  readonly value: number;
}

/** Downhill by the estimated curvature: the two-loop recursion. The first step has length 1. */
function directionOf(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = combine(gradient, -2, gradient);
  const shares: number[] = [];
  for (const { moved, turned, curvature } of steps.toReversed()) {
    const share = dot(moved, direction) / curvature;
    shares.push(share);
    addTo(direction, -share, turned);
  }
  const last = steps.at(-1);
  const scale =
    last === undefined ? 1 / Math.sqrt(dot(gradient, gradient)) : last.curvature / dot(last.turned, last.turned);
  for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] as number) * scale;
  for (const { moved, turned, curvature } of steps) {
    addTo(direction, (shares.pop() as number) - dot(turned, direction) / curvature, moved);
  }
  return direction;
}

/** A place along `direction` that is low and flat enough, or undefined where 40 tries find none. */
function searchLine(
  smooth: Smooth,
  from: Float64Array,
  value: number,
  direction: Float64Array,
  slope: number,
): Place | undefined {
  const gradient = new Float64Array(from.length);
  let low = 0;
  let high = Infinity;
  let step = 1;
  for (let attempt = 0; attempt < 40; attempt++) {
    const point = combine(from, step, direction);
    const there = smooth(point, gradient);
    if (!(there <= value + FALL * step * slope)) high = step;
    else if (dot(gradient, direction) < SLOPE * slope) low = step;
    else return { point, gradient, value: there };
    step = high === Infinity ? low * 2 : (low + high) / 2;
  }
  return undefined;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i] as number));
  return most;
}

/** `a + share * b`. */
function combine(a: Float64Array, share: number, b: Float64Array): Float64Array<ArrayBuffer> {
  const out = new Float64Array(a);
  addTo(out, share, b);
  return out;
}

function addTo(sum: Float64Array, share: number, b: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + share * (b[i] as number);
}
