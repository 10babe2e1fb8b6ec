/** Jabatan, unit kerja and instansi: they may have any length, and share one area. */

import { type Box, type Group, lineHeight, placeColumn } from "#shared/render/place-text.ts";
import { fitBlock, steps } from "#shared/render/text-block.ts";
import type { CardText, FreeField } from "../card-content.ts";
import { labelBlock, type Setting, strong } from "./field.ts";
import { freeBlock } from "./free-block.ts";
import { smallest } from "./geometry.ts";

const fields = ["jabatan", "unitKerja", "instansi"] as const;

/** Pixels per em, largest first; the last one is that of labels too. */
const sizes = [24, 22, smallest] as const;
/** A text with more lines than this is set smaller, if it then needs fewer lines. */
const fewLines = 2;
/** Between two fields, in pixels. */
const leastGap = 4;

/**
 * Sets the three as large as possible without shortening one. If they do not fit at the smallest size, that of labels, each
 * field gives the lines that it does not need to the others, before one is shortened.
 * @param height for all of them, in pixels
 */
export function placeWork(
  text: CardText,
  { x, width }: Pick<Box, "x" | "width">,
  height: number,
  { words, label, measure }: Setting,
): Group<FreeField>[] {
  const looks = { ...strong, role: "LBody" as const, color: "#FFFFFF" };
  const labels = fields.length * smallest * lineHeight + (fields.length - 1) * leastGap;
  const roomAt = (size: number) => Math.floor((height - labels) / (size * lineHeight));
  const linesAt = (size: number) =>
    fields.map((field) => {
      const block = freeBlock(text, field, { ...looks, steps: steps(Infinity, size) });
      const { lines, shortened } = fitBlock(block, width, measure);
      return { wanted: lines.length, isWhole: shortened.length === 0 };
    });
  const size = sizes.find((each) => areFew(linesAt(each), roomAt(each))) ?? smallest;
  const dealt = deal(
    linesAt(size).map(({ wanted }) => wanted),
    roomAt(size),
  );
  return fields.map((field, index) => {
    const value = freeBlock(text, field, { ...looks, steps: steps(dealt[index] ?? 1, size) });
    return (y) =>
      placeColumn([labelBlock(words.labels[field], label), value], { x, y, width }, measure);
  });
}

/** Gives one line to each field in turn, as long as lines are left and a field needs more. */
function deal(wanted: readonly number[], lines: number): number[] {
  const dealt = wanted.map(() => 1);
  for (let left = lines - dealt.length; left > 0; left--) {
    const next = dealt
      .map((has, index) => ({ has, index }))
      .filter(({ has, index }) => has < (wanted[index] ?? 1))
      .sort((a, b) => a.has - b.has)[0];
    if (!next) break;
    dealt[next.index] = next.has + 1;
  }
  return dealt;
}

function areFew(
  texts: readonly { readonly wanted: number; readonly isWhole: boolean }[],
  room: number,
): boolean {
  const lines = texts.reduce((total, { wanted }) => total + wanted, 0);
  return lines <= room && texts.every(({ wanted, isWhole }) => isWhole && wanted <= fewLines);
}
