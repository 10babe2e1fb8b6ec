/** What stands on a back: nothing of the holder, so that a lost card tells a finder no more than where to bring it. */
import type { Measure, Step } from "./fit-text.ts";
import { margin, type Orientation } from "./geometry.ts";
import {
  type Block,
  type Box,
  type Group,
  type PlacedText,
  placeColumn,
  spread,
} from "./place-text.ts";
import type { Palette, Template } from "./template.ts";

/** What a back says beside the template's own texts. */
export interface BackContent {
  readonly instansi: string;
  /** Where cards are verified. */
  readonly host: string;
}

export interface BackGeometry {
  readonly panel: Box;
  readonly emblem: { readonly x: number; readonly y: number; readonly radius: number };
  readonly issuer: Omit<Box, "height">;
  /** The terms and the finder's note. */
  readonly terms: Box;
  readonly rule: Box;
  /** How to check a card; ends above the address. */
  readonly check: Omit<Box, "height">;
  /** Light on dark, so that the official address stands out. */
  readonly address: Box;
  /** The template's and the card's version, below the panel. */
  readonly version: Omit<Box, "height">;
}

export const backs: Readonly<Record<Orientation, BackGeometry>> = {
  landscape: {
    panel: { x: 32, y: 32, width: 947, height: 540 },
    emblem: { x: 779, y: 128, radius: 56 },
    issuer: { x: 630, y: 198, width: 298 },
    terms: { x: 72, y: 66, width: 500, height: 472 },
    rule: { x: 600, y: 76, width: 2, height: 452 },
    check: { x: 630, y: 336, width: 298 },
    address: { x: 630, y: 434, width: 298, height: 54 },
    version: { x: margin, y: 587, width: 923 },
  },
  portrait: {
    panel: { x: 32, y: 32, width: 574, height: 912 },
    emblem: { x: 118, y: 116, radius: 48 },
    issuer: { x: 188, y: 74, width: 382 },
    terms: { x: 70, y: 196, width: 498, height: 470 },
    rule: { x: 70, y: 690, width: 498, height: 2 },
    check: { x: 70, y: 712, width: 498 },
    address: { x: 70, y: 808, width: 498, height: 60 },
    version: { x: margin, y: 961, width: 550 },
  },
};

/** Room for a term's number, in pixels. */
const indent = 28;

export function layoutBack(
  { instansi, host }: BackContent,
  template: Template,
  orientation: Orientation,
  measure: Measure,
): PlacedText[] {
  const { texts, palette } = template;
  const { issuer, terms, check, address } = backs[orientation];
  const align = orientation === "landscape" ? "center" : "left";
  const place = (blocks: readonly Block[], column: Omit<Box, "height">) =>
    placeColumn(blocks, column, measure).texts;
  return [
    ...place(
      [
        { ...heading(texts.issuerHeading, palette, small), align },
        { ...body(instansi, palette, issuerSteps), weight: 800, align, gap: 2 },
      ],
      issuer,
    ),
    ...spread(termGroups(template, terms, measure), terms, 34),
    ...place(
      [
        { ...heading(texts.checkHeading, palette, headingSteps), align },
        { ...body(texts.check, palette, checkSteps), align, gap: 4 },
      ],
      check,
    ),
    ...layoutAddress(host, address, measure),
    ...place([{ ...body(texts.address, palette, small), align, weight: 700 }], {
      ...address,
      y: address.y + address.height + 9,
    }),
  ];
}

/** The heading with the first term, each other term, the finder's note. */
function termGroups(
  { texts, palette, kind }: Template,
  { x, width }: Box,
  measure: Measure,
): Group[] {
  const term =
    (text: string, index: number): Group =>
    (y) => {
      const number = body(`${index + 1}.`, palette, bodySteps);
      const mark = placeColumn(
        [{ ...number, weight: 800, color: palette.accent }],
        { x, y, width: indent },
        measure,
      );
      const sentence = placeColumn(
        [body(text, palette, bodySteps)],
        { x: x + indent, y, width: width - indent },
        measure,
      );
      return { texts: [...mark.texts, ...sentence.texts], bottom: sentence.bottom };
    };
  return [
    (y) =>
      placeColumn([heading(texts.termsHeading, palette, headingSteps)], { x, y, width }, measure),
    ...texts.terms[kind].map(term),
    (y) =>
      placeColumn(
        [
          heading(texts.finderHeading, palette, headingSteps),
          { ...body(texts.finder, palette, bodySteps), gap: 8 },
        ],
        { x, y: y + finderGap, width },
        measure,
      ),
  ];
}

/** «Templat t1-3fa9c0d2 · Kartu 9b1e5a70»: the only line that differs between the backs of an agency. */
export function layoutVersion(
  templateVersion: string,
  seed: string,
  orientation: Orientation,
  measure: Measure,
): PlacedText[] {
  return placeColumn(
    [
      {
        text: `Templat ${templateVersion} · Kartu ${seed.slice(0, 8)}`,
        weight: 500,
        wordSpacing: 0.1,
        color: "#FFFFFF",
        align: "center",
        steps: [
          { size: 16, lines: 1 },
          { size: 13, lines: 1 },
        ],
      },
    ],
    backs[orientation].version,
    measure,
  ).texts as PlacedText[];
}

function layoutAddress(host: string, box: Box, measure: Measure): readonly PlacedText[] {
  const block: Block = {
    text: host,
    weight: 800,
    wordSpacing: 0,
    color: "#FFFFFF",
    align: "center",
    steps: addressSteps,
  };
  const inner = { x: box.x + 16, width: box.width - 32 };
  const { bottom } = placeColumn([block], { ...inner, y: 0 }, measure);
  const y = box.y + (box.height - bottom) / 2;
  return placeColumn([block], { ...inner, y }, measure).texts;
}

function heading(text: string, { accent }: Palette, steps: readonly Step[]): Block {
  return { text, weight: 800, wordSpacing, color: accent, steps };
}

function body(text: string, { ink }: Palette, steps: readonly Step[]): Block {
  return { text, weight: 500, wordSpacing, color: ink, steps };
}

const wordSpacing = 0.05;
/** Between the terms and the finder's note, beside what the terms have between them. */
const finderGap = 14;

const headingSteps: readonly Step[] = [
  { size: 25, lines: 1 },
  { size: 22, lines: 1 },
  { size: 18, lines: 1 },
];
const bodySteps: readonly Step[] = [
  { size: 20, lines: 3 },
  { size: 18, lines: 4 },
];
const checkSteps: readonly Step[] = [
  { size: 18, lines: 2 },
  { size: 16, lines: 3 },
];
const small: readonly Step[] = [
  { size: 18, lines: 1 },
  { size: 16, lines: 2 },
];
const issuerSteps: readonly Step[] = [
  { size: 24, lines: 2 },
  { size: 21, lines: 3 },
  { size: 18, lines: 3 },
];
const addressSteps: readonly Step[] = [26, 22, 18, 15].map((size) => ({ size, lines: 1 }));
