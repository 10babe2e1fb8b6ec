import { createHash } from "node:crypto";
import * as z from "zod";
import type { EmployeeKind } from "#shared/employee/nip.ts";
import data from "../template.json" with { type: "json" };
import { contrast } from "./color.ts";

/** Counts the changes of the drawing code that change pixels: a new number redraws every card when it is next seen. */
const drawingRevision = 1;

/** The least contrast of text with its ground (WCAG 2.2, 1.4.3). */
const minContrast = 4.5;

const color = z.string().regex(/^#[0-9A-F]{6}$/);

const palette = z
  .object({
    /** The ground's gradient, from the top left to the bottom right. */
    from: color,
    via: color,
    to: color,
    /** A soft light in the corners, where no text stands. */
    glow: color,
    /** Behind the photo, from top to bottom; the first is also the back's panel. */
    panel: z.tuple([color, color]),
    /** Fine lines on the ground. */
    line: color,
    /** Text on light panels, and the QR's modules. */
    ink: color,
    /** Headings and marks on light panels. */
    accent: color,
  })
  .refine(({ from, via, to }) => [from, via, to].every((ground) => readable("#FFFFFF", ground)), {
    error: "White text cannot be read on this gradient.",
  })
  .refine(({ ink, accent, panel }) => readable(ink, panel[0]) && readable(accent, panel[0]), {
    error: "Ink and accent cannot be read on this panel.",
  });

/** Drawn in order in a square of 100 units; a shape is repeated around the centre. */
const shape = z.object({
  path: z.string().regex(/^[MmLlHhVvCcSsQqTtAaZz0-9 .,-]{1,2000}$/),
  fill: z.union([color, z.literal("ground")]),
  repeat: z.int().min(1).max(64).default(1),
});
const emblem = z.array(shape).min(1).max(32);

const line = z.string().min(1).max(60);
const sentence = z.string().min(1).max(160);
const texts = z.object({
  title: line,
  subtitle: line,
  preview: z.string().min(1).max(12),
  termsHeading: line,
  terms: z.record(z.enum(["PNS", "PPPK"]), z.array(sentence).min(1).max(4)),
  finderHeading: line,
  finder: sentence,
  issuerHeading: line,
  checkHeading: line,
  check: sentence,
  address: sentence,
});

const templateData = z.object({
  name: z.string().regex(/^[a-z0-9]{1,8}$/),
  palettes: z.object({ PNS: palette, PPPK: palette }),
  gold: color,
  emblem: z.string(),
  emblems: z.record(z.string(), emblem),
  texts,
  /** What an agency has its own way, by instansiId. */
  agencies: z.record(
    z.string(),
    z.object({
      emblem: z.string().optional(),
      palettes: z.object({ PNS: palette, PPPK: palette }).partial().optional(),
      texts: texts.partial().optional(),
    }),
  ),
});

export type Palette = z.infer<typeof palette>;
export type Emblem = z.infer<typeof emblem>;
type TemplateTexts = z.infer<typeof texts>;

/** What a card of one agency and kind looks like, beside what stands on it. */
export interface Template {
  /** Equal for templates that look alike: what is prepared for one serves the other. */
  readonly key: string;
  readonly kind: EmployeeKind;
  readonly palette: Palette;
  readonly gold: string;
  readonly emblem: Emblem;
  readonly texts: TemplateTexts;
}

export type Templates = z.infer<typeof templateData>;

/** @throws ZodError naming what is outside the limits: an unreadable colour, a text too long for its place. */
export function parseTemplates(json: unknown): Templates {
  return templateData
    .refine(
      ({ emblem, emblems, agencies }) =>
        [emblem, ...Object.values(agencies).flatMap((agency) => agency.emblem ?? [])].every(
          (name) => name in emblems,
        ),
      { error: "An emblem is named that is not there." },
    )
    .parse(json);
}

const templates = parseTemplates(data);

/**
 * Names the look of all cards: two drawings of equal content under equal versions are the same bytes.
 * The name, and a digest of the data and of the drawing's revision.
 */
export const templateVersion = `${templates.name}-${createHash("sha256")
  .update(JSON.stringify([drawingRevision, data]))
  .digest("hex")
  .slice(0, 8)}`;

export function templateFor(
  instansiId: string,
  kind: EmployeeKind,
  from: Templates = templates,
): Template {
  const own = from.agencies[instansiId];
  const name = own?.emblem ?? from.emblem;
  return {
    key: `${own ? instansiId : "default"}/${kind}`,
    kind,
    palette: own?.palettes?.[kind] ?? from.palettes[kind],
    gold: from.gold,
    emblem: from.emblems[name] ?? [],
    texts: { ...from.texts, ...own?.texts } as TemplateTexts,
  };
}

function readable(text: string, ground: string): boolean {
  return contrast(text, ground) >= minContrast;
}
