/** The header of a PNG, and what follows from it about the rows of its picture (PNG 3, clauses 7.2, 8 and 11.2.1). */
import type { Chunk } from "./png-chunks.ts";

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits a sample: 1, 2, 4, 8 or 16. */
  readonly depth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGBA. */
  readonly colour: number;
  readonly isInterlaced: boolean;
}

/** Rows of the same length; a picture that is not interlaced is one such pass. */
interface Pass {
  readonly rows: number;
  /** With the filter byte. */
  readonly rowBytes: number;
}

interface Colour {
  readonly samples: number;
  readonly depths: readonly number[];
}

/** PNG 3, table 12. */
const colours: Readonly<Record<number, Colour>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};
const largestSide = 2 ** 31 - 1;

/** Undefined when it says what no PNG may say. */
export function headerOf(first: Chunk | undefined): PngHeader | undefined {
  if (first?.type !== "IHDR" || first.data.length !== 13) return undefined;
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = first.data.subarray(8);
  const [width, height] = [first.data.readUInt32BE(0), first.data.readUInt32BE(4)];
  const isSound =
    compression === 0 &&
    filter === 0 &&
    interlace <= 1 &&
    colours[colour]?.depths.includes(depth) === true &&
    [width, height].every((side) => side > 0 && side <= largestSide);
  return isSound ? { width, height, depth, colour, isInterlaced: interlace === 1 } : undefined;
}

/** Adam7: where each pass begins, and how far its pixels lie apart (x, y). */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** The passes in which the picture's rows are stored; those without a pixel are left out, as in the file. */
export function passesOf({ width, height, depth, colour, isInterlaced }: PngHeader): Pass[] {
  const bits = (colours[colour]?.samples ?? 0) * depth;
  const passes = isInterlaced ? adam7 : ([[0, 0, 1, 1]] as const);
  return passes
    .map(([x, y, dx, dy]) => [Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)] as const)
    .filter(([columns, rows]) => columns > 0 && rows > 0)
    .map(([columns, rows]) => ({ rows, rowBytes: Math.ceil((columns * bits) / 8) + 1 }));
}
