/** Whether two groups of times can be told apart. */

/**
 * Mann–Whitney U test, two-sided, normal approximation with correction for ties (Mann and Whitney 1947; Conover, «Practical
 * Nonparametric Statistics»). Good for groups of 20 and more.
 * @returns how likely a difference as large as this is if both groups are alike, 0 to 1
 */
export function mannWhitneyP(one: readonly number[], other: readonly number[]): number {
  const [n, m] = [one.length, other.length];
  const all = [
    ...one.map((time) => ({ time, isOne: true })),
    ...other.map((time) => ({ time, isOne: false })),
  ];
  all.sort((a, b) => a.time - b.time);
  let rankSum = 0;
  let tieTerm = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (all[end + 1]?.time === all[start]?.time) end += 1;
    const rank = (start + end) / 2 + 1;
    const ties = end - start + 1;
    tieTerm += ties ** 3 - ties;
    rankSum += rank * all.slice(start, end + 1).filter(({ isOne }) => isOne).length;
    start = end + 1;
  }
  const u = rankSum - (n * (n + 1)) / 2;
  const total = n + m;
  const variance = ((n * m) / 12) * (total + 1 - tieTerm / (total * (total - 1)));
  return variance === 0
    ? 1
    : 2 * (1 - normalBelow(Math.abs(u - (n * m) / 2) / Math.sqrt(variance)));
}

/** Abramowitz and Stegun 26.2.17; its error is below 7.5e-8. */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const poly = [1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.31938153].reduce(
    (sum, coefficient) => t * (coefficient + sum),
    0,
  );
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
}
