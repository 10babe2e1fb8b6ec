import { createHash } from "node:crypto";
import * as z from "zod";
import { printedFields } from "#shared/employee/fields.ts";
import {
  type EmployeeKind,
  employeeKinds,
  type NumberKind,
  numberKindOf,
} from "#shared/employee/nip.ts";
import { contrast, hue } from "#shared/render/color.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import data from "../template.json" with { type: "json" };
import type { Look } from "./look.ts";

/** Counts the changes of the drawing code that change pixels. With a new number every card is drawn again when it is next seen. */
const drawingRevision = 5;

/** The least contrast with the ground: of text, and of other things that must be seen (WCAG 2.2, 1.4.3 and 1.4.11). */
const leastContrast = { text: 4.5, ornament: 3 } as const;
const white = "#FFFFFF";

const color = z.string().regex(/^#[0-9A-F]{6}$/);

const palette = z
  .strictObject({
    /** The ground's gradient, from the top left to the bottom right. */
    from: color,
    via: color,
    to: color,
    /** A soft light in the corners, where no text stands. */
    glow: color,
    /** Behind the photo, from top to bottom; the first is also the back's panel. */
    panel: z.tuple([color, color]),
    /** Fine lines and labels on the ground. */
    line: color,
    /** Text on light panels, and the QR's modules on white. */
    ink: color,
    /** Headings and marks on light panels; the ground of the official address, which is white. */
    accent: color,
  })
  .superRefine(({ from, via, to, line, ink, accent, panel }, context) => {
    refuse(context, [], tooFaint("text", { white, line }, { from, via, to }));
    refuse(context, [], tooFaint("text", { ink, accent }, { panel: panel[0], white }));
  });

/** Arcs of the colour circle, degrees clockwise from and to. */
const arcs = { red: [335, 15], turquoise: [165, 200], purple: [250, 310] } as const;
type ArcName = keyof typeof arcs;

/**
 * SE BKN 16/2022: a PNS's card goes from red to purple, a PPPK's from turquoise to purple (K-33). A PPPK Paruh Waktu is a PPPK, so the
 * ground follows the number.
 */
const ground = { PNS: "red", PPPK: "turquoise" } as const satisfies Record<NumberKind, ArcName>;

/** Both must be given: a forgotten one would first be seen on printed cards. */
const palettes = z
  .strictObject({ PNS: palette, PPPK: palette })
  .superRefine(({ PNS, PPPK }, context) => {
    for (const [kind, { from, to }] of [["PNS", PNS] as const, ["PPPK", PPPK] as const]) {
      refuse(context, [kind, "from"], otherThan(ground[kind], from));
      refuse(context, [kind, "to"], otherThan("purple", to));
    }
  });

/** What each kind has its own of; all must be given. */
const ofEachKind = <Each extends z.ZodType>(each: Each) =>
  z.strictObject(keyed(employeeKinds, () => each));

/** Drawn in order in a square of 100 units; a shape is repeated around the centre. */
const shape = z.strictObject({
  path: z.string().regex(/^[MmLlHhVvCcSsQqTtAaZz0-9 .,-]{1,2000}$/),
  fill: z.union([color, z.literal("ground")]),
  repeat: z.int().min(1).max(64).default(1),
});
const emblem = z.array(shape).min(1).max(32);

const label = z.string().min(1).max(24);
const line = z.string().min(1).max(60);
const sentence = z.string().min(1).max(160);
const terms = z.array(sentence).min(1).max(4);
const texts = z.strictObject({
  title: line,
  subtitle: line,
  /** In the badge. */
  kind: ofEachKind(label),
  preview: z.string().min(1).max(12),
  /** On the front: the scan says whether the card is valid, the card does not. */
  status: line,
  labels: z.strictObject({
    nip: ofEachKind(label),
    /** The label of pangkat and golongan; a holder without a pangkat has the golongan alone. */
    rank: label,
    ...keyed(printedFields, () => label),
    issuedOn: label,
    serial: label,
    checkCode: label,
  }),
  /** What a preview has instead of a Nomor Seri. */
  notIssued: label,
  /** Below a back's panel: the template's version. It names no card, because all cards of an agency share the back. */
  version: line.regex(/^[^{}]*\{template\}[^{}]*$/),
  /** What a PDF says for pictures, to somebody who hears it. */
  alternatives: z.strictObject({ photo: line, code: line }),
  termsHeading: line,
  terms: ofEachKind(terms),
  finderHeading: line,
  finder: sentence,
  /** Whom the finder of a card can reach, and how; each agency has its own. */
  contact: sentence,
  issuerHeading: line,
  checkHeading: line,
  check: sentence,
  address: sentence,
});

const templateData = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9]{1,8}$/),
    /** The usual one of the palettes. */
    palette: z.string(),
    palettes: z.record(z.string(), palettes),
    /** The colour of the badge and the rule, on every ground. */
    gold: color,
    /** The usual one of the emblems. */
    emblem: z.string(),
    emblems: z.record(z.string(), emblem),
    texts,
  })
  .superRefine(({ gold, emblem, emblems, palette, palettes }, context) => {
    if (!Object.hasOwn(emblems, emblem))
      refuse(context, ["emblem"], [`The emblem ${emblem} is not there`]);
    if (!Object.hasOwn(palettes, palette))
      refuse(context, ["palette"], [`The palette ${palette} is not there`]);
    for (const [name, kinds] of Object.entries(palettes))
      for (const { from, via, to } of Object.values(kinds))
        refuse(context, ["palettes", name], tooFaint("ornament", { gold }, { from, via, to }));
  });

export type Palette = z.infer<typeof palette>;
type Emblem = z.infer<typeof emblem>;
type TemplateTexts = z.infer<typeof texts>;

/** The look of the cards of one agency and kind. */
export interface Template {
  /** Of the drawings in this look; it stands on the back. */
  readonly version: string;
  /** Equal for templates that look the same: a layer that was drawn for one is used for the other. */
  readonly key: string;
  /** Equal for templates that differ only in words: they share their grounds. */
  readonly groundKey: string;
  readonly kind: EmployeeKind;
  readonly palette: Palette;
  readonly gold: string;
  readonly emblem: Emblem;
  readonly texts: TemplateTexts;
}

export type Templates = z.infer<typeof templateData>;

/** @throws ZodError naming what is outside the limits: an unreadable colour, a text too long, a name that is not known. */
export function parseTemplates(json: unknown): Templates {
  return templateData.parse(json);
}

const templates = parseTemplates(data);

/** The names of what an agency may choose, and what is said where it says nothing. The usual one is the first. */
export const emblemNames = usualFirst(templates.emblem, templates.emblems);
export const paletteNames = usualFirst(templates.palette, templates.palettes);
export const usualTexts: TemplateTexts = templates.texts;

function usualFirst(usual: string, all: Readonly<Record<string, unknown>>): readonly string[] {
  return [usual, ...Object.keys(all).filter((name) => name !== usual)];
}

/**
 * Names the usual look of all cards: with equal content and equal version, two drawings are the same bytes. It is the name, and
 * a digest of the data and of the drawing's revision. The look of an agency has a version of its own (look.ts).
 */
export const templateVersion = versionOf(data);

function versionOf(written: { readonly name: string }): string {
  return `${written.name}-${digestOf([drawingRevision, written])}`;
}

/** @returns 8 hex digits */
export function digestOf(what: unknown): string {
  return createHash("sha256").update(JSON.stringify(what)).digest("hex").slice(0, 8);
}

/** The template in the look of an agency. An emblem or a palette that this release does not have any more is the usual one. */
export function templateFor(
  { version, emblem, palette, texts }: Look,
  kind: EmployeeKind,
  from: Templates = templates,
): Template {
  const names = {
    emblem: known(from.emblems, emblem) ?? from.emblem,
    palette: known(from.palettes, palette) ?? from.palette,
  };
  const color = numberKindOf(kind);
  const colors = from.palettes[names.palette];
  if (!colors) throw new Error(`The palette ${names.palette} is not there.`);
  return {
    version,
    key: `${version}/${kind}`,
    groundKey: `${names.palette}/${names.emblem}/${color}`,
    kind,
    palette: colors[color],
    gold: from.gold,
    emblem: from.emblems[names.emblem] ?? [],
    texts: { ...from.texts, ...texts },
  };
}

function known(of: Readonly<Record<string, unknown>>, name: string | undefined) {
  return name !== undefined && Object.hasOwn(of, name) ? name : undefined;
}

/** @returns a sentence for each pair: "gold #F4CC63 on from #E8A0A0: a contrast of 1.2, and 3 is the least" */
function tooFaint(
  use: keyof typeof leastContrast,
  marks: Readonly<Record<string, string>>,
  grounds: Readonly<Record<string, string>>,
): string[] {
  const least = leastContrast[use];
  const pairs = Object.entries(marks).flatMap(([mark, color]) =>
    Object.entries(grounds).map(([ground, under]) => ({
      pair: `${mark} ${color} on ${ground} ${under}`,
      found: contrast(color, under),
    })),
  );
  return pairs
    .filter(({ found }) => found < least)
    .map(
      ({ pair, found }) => `${pair}: a contrast of ${found.toFixed(1)}, and ${least} is the least`,
    );
}

function otherThan(name: ArcName, color: string): string[] {
  const [from, to] = arcs[name];
  const found = hue(color);
  const isWithin = found !== undefined && (found - from + 360) % 360 <= (to - from + 360) % 360;
  return isWithin ? [] : [`${color} is not ${name}`];
}

function refuse(context: z.RefinementCtx, path: string[], messages: readonly string[]): void {
  for (const message of messages) context.addIssue({ code: "custom", path, message });
}
