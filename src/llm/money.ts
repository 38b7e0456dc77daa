/** Micro-dollars as dollars: at least two decimals, six for small sums. */
export function dollars(uusd: number): string {
  const amount = uusd / 1e6;
  return `$${amount >= 1 || amount === 0 ? amount.toFixed(2) : amount.toFixed(6).replace(/0{1,4}$/, '')}`;
}
