/** The texts of a back. It has nothing of the holder: a lost card tells the finder only where to bring it. */

import { type Measure, type Step, softBreak } from "#shared/render/fit-text.ts";
import {
  type Box,
  type Group,
  type Layout,
  type PlacedText,
  placeColumn,
  spread,
  together,
} from "#shared/render/place-text.ts";
import { type Block, type ExactBlock, steps } from "#shared/render/text-block.ts";
import type { FreeField } from "../card-content.ts";
import { bold, plain } from "./field.ts";
import { freeBlock } from "./free-block.ts";
import { margin, type Orientation, smallest } from "./geometry.ts";
import type { Palette, Template } from "./template.ts";

/** What a back has beside the template's own texts. */
export interface BackContent {
  readonly instansi: string;
  /** Where cards are verified. */
  readonly host: string;
}

export interface BackGeometry {
  readonly panel: Box;
  readonly emblem: { readonly x: number; readonly y: number; readonly radius: number };
  readonly issuer: Box;
  /** The terms and the finder's note. */
  readonly terms: Box;
  readonly rule: Box;
  /** How to check a card; ends above the address. */
  readonly check: Box;
  /** Light on dark, so that people see the official address. */
  readonly address: Box;
  /** Below the address. */
  readonly note: Box;
  /** The template's version, below the panel. */
  readonly version: Box;
}

export const backs: Readonly<Record<Orientation, BackGeometry>> = {
  landscape: {
    panel: { x: 32, y: 32, width: 947, height: 540 },
    emblem: { x: 779, y: 88, radius: 40 },
    issuer: { x: 630, y: 136, width: 298, height: 134 },
    terms: { x: 72, y: 58, width: 500, height: 496 },
    rule: { x: 600, y: 76, width: 2, height: 452 },
    check: { x: 630, y: 276, width: 298, height: 114 },
    address: { x: 630, y: 398, width: 298, height: 84 },
    note: { x: 630, y: 492, width: 298, height: 54 },
    version: { x: margin, y: 583, width: 923, height: 28 },
  },
  portrait: {
    panel: { x: 32, y: 32, width: 574, height: 912 },
    emblem: { x: 118, y: 116, radius: 48 },
    issuer: { x: 188, y: 58, width: 382, height: 134 },
    terms: { x: 70, y: 196, width: 498, height: 480 },
    rule: { x: 70, y: 690, width: 498, height: 2 },
    check: { x: 70, y: 706, width: 498, height: 92 },
    address: { x: 70, y: 804, width: 498, height: 62 },
    note: { x: 70, y: 874, width: 498, height: 54 },
    version: { x: margin, y: 957, width: 550, height: 28 },
  },
};

/** Room for a term's number, in pixels. */
const indent = 28;

/** @throws DoesNotFit when a template's text, or the site's address, has no room */
export function layoutBack(
  { instansi, host }: BackContent,
  template: Template,
  orientation: Orientation,
  measure: Measure,
): Layout<FreeField> {
  const { texts, palette } = template;
  const { issuer, terms, check, note } = backs[orientation];
  const align = orientation === "landscape" ? ("center" as const) : ("left" as const);
  const place = (blocks: readonly Block<FreeField>[], box: Box) =>
    spread([(y) => placeColumn(blocks, { ...box, y }, measure)], box, 0);
  const small = steps(1, smallest);
  const issuedBy = { ...bold, color: palette.ink, align, gap: 2, steps: issuerSteps };
  return together(
    place(
      [
        { ...heading(texts.issuerHeading, palette, small), align },
        freeBlock({ ...noWords, instansi }, "instansi", issuedBy),
      ],
      issuer,
    ),
    spread(termGroups(template, terms, measure), terms, 26),
    place(
      [
        { ...heading(texts.checkHeading, palette), align },
        { ...body(texts.check, palette), align, gap: 4 },
      ],
      check,
    ),
    layoutAddress(host, orientation, measure),
    place([{ ...body(texts.address, palette), align, weight: 700 }], note),
  );
}

/** A back has nothing of its holder. */
const noWords = { name: "", jabatan: "", unitKerja: "" };

/** The heading with the first term, each other term, the finder's note. */
function termGroups(
  { texts, palette, kind }: Template,
  { x, width }: Box,
  measure: Measure,
): Group[] {
  const term =
    (text: string, index: number): Group =>
    (y) => {
      const number = {
        ...body(`${index + 1}.`, palette),
        ...bold,
        role: "Lbl" as const,
        color: palette.accent,
      };
      const mark = placeColumn([number], { x, y, width: indent }, measure);
      const sentence = placeColumn(
        [{ ...body(text, palette), role: "LBody" }],
        { x: x + indent, y, width: width - indent },
        measure,
      );
      return { ...together(mark, sentence), bottom: sentence.bottom };
    };
  const finder = [
    heading(texts.finderHeading, palette),
    { ...body(texts.contact, palette), weight: 700 as const, gap: 6 },
    { ...body(texts.finder, palette), gap: 4 },
  ];
  return [
    (y) => placeColumn([heading(texts.termsHeading, palette)], { x, y, width }, measure),
    ...texts.terms[kind].map(term),
    (y) => placeColumn(finder, { x, y, width }, measure),
  ];
}

/** «Templat t1-3fa9c0d2» */
export function layoutVersion(
  { texts, version }: Pick<Template, "texts" | "version">,
  orientation: Orientation,
  measure: Measure,
): readonly PlacedText[] {
  const line: ExactBlock = {
    text: texts.version.replace("{template}", version),
    weight: 500,
    wordSpacing: 0.1,
    color: "#FFFFFF",
    align: "center",
    steps: steps(1, smallest),
  };
  return placeColumn([line], backs[orientation].version, measure).texts;
}

/** In the middle of its box and never shortened: a long one takes more than one line. */
function layoutAddress(host: string, orientation: Orientation, measure: Measure): Layout {
  const { address } = backs[orientation];
  const block: ExactBlock = {
    text: breakable(host),
    weight: 800,
    wordSpacing: 0,
    color: "#FFFFFF",
    align: "center",
    steps: [
      ...steps(1, 28, 26, 24, 22, smallest),
      ...steps(2, 24, smallest),
      ...steps(3, smallest),
    ],
  };
  const inner = { ...address, x: address.x + 14, width: address.width - 28 };
  const { bottom } = placeColumn([block], { ...inner, y: 0 }, measure);
  const y = address.y + (address.height - bottom) / 2;
  const whole = { ...inner, y: Math.max(y, address.y), height: address.height };
  return spread([(top) => placeColumn([block], { ...inner, y: top }, measure)], whole, 0);
}

/** Marks where a host's name may be broken: after its dots and hyphens, and within a long part between them. */
function breakable(host: string): string {
  return host.replaceAll(/[.-]|[^.-]{14}/g, `$&${softBreak}`);
}

function heading(
  text: string,
  { accent }: Palette,
  sizes: readonly Step[] = steps(1, 25, 23, smallest),
): ExactBlock {
  return { ...bold, role: "H2", text, color: accent, steps: sizes };
}

function body(text: string, { ink }: Palette): ExactBlock {
  return { ...plain, text, color: ink, steps: steps(5, smallest) };
}

const issuerSteps: readonly Step[] = [
  ...steps(2, 26, 24),
  ...steps(3, smallest),
  ...steps(4, smallest),
];
