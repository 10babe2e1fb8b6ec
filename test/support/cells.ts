import { createHash } from "node:crypto";

/** "all", or nothing for a sample; run.ts says which. */
const wanted = process.env.TEST_CELLS;
/** Whether every cell is wanted, and every number in its full size: `npm run test:all`. */
export const isWhole = wanted === "all";
/** What a sample is drawn by; run.ts prints it, so that a run can be repeated. */
const seed = process.env.TEST_SEED ?? "1";

/**
 * Cells of a matrix that is too large for every run: `npm run test:all` takes all, `npm test` some, other ones each time.
 * @param all each named by a text of its own
 * @param some how many a sample has
 */
export function cells<Cell>(
  all: readonly Cell[],
  some: number,
  nameOf: (cell: Cell) => string = String,
): readonly Cell[] {
  if (isWhole || all.length <= some) return all;
  const rank = (cell: Cell) =>
    createHash("sha256")
      .update(`${seed} ${nameOf(cell)}`)
      .digest("hex");
  const drawn = new Set([...all].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, some));
  return all.filter((cell) => drawn.has(cell));
}
