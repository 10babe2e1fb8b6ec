/** A label and what it says, as fronts have them. */
import type { Measure, TextStyle } from "#shared/render/fit-text.ts";
import type { ExactField } from "#shared/render/place-text.ts";
import { type ExactBlock, steps } from "#shared/render/text-block.ts";
import { smallest } from "./geometry.ts";
import type { Template } from "./template.ts";

/** What a front's fields have in common. */
export interface Setting {
  readonly words: Template["texts"];
  /** The colour of labels. */
  readonly label: string;
  readonly measure: Measure;
}

const wordSpacing = 0.05;
export const plain: TextStyle = { weight: 500, wordSpacing };
export const strong: TextStyle = { weight: 700, wordSpacing };
export const bold: TextStyle = { weight: 800, wordSpacing };

/** @param looks only what differs from the usual; sizes are pixels per em, largest first */
export function field(
  name: string,
  text: string,
  { label }: Setting,
  looks: { readonly wordSpacing?: number; readonly sizes?: readonly number[] } = {},
): ExactField {
  const { sizes = [24, 22, smallest], ...style } = looks;
  const value = {
    ...strong,
    ...style,
    role: "LBody" as const,
    text,
    color: "#FFFFFF",
    steps: steps(1, ...sizes),
  };
  return [labelBlock(name, label), value];
}

export function labelBlock(text: string, color: string): ExactBlock {
  return { ...plain, role: "Lbl", text, color, steps: steps(1, smallest) };
}
