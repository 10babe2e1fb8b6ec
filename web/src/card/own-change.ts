/** Remembers, across pages, that the holder has just changed something the card will show. */
let changedAt: number | undefined;
const expectedForMs = 10_000;

export function noteOwnChange(): void {
  changedAt = Date.now();
}

export function isOwnChangeExpected(): boolean {
  return changedAt !== undefined && Date.now() - changedAt < expectedForMs;
}
