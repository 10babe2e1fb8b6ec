/** What stands on a front, set for any name: the same lines for a canvas and for a PDF. */
import type { CardContent, CardText, Issue } from "../card-content.ts";
import { groupSerial } from "../printed-numbers.ts";
import type { Measure, Step } from "./fit-text.ts";
import { type FrontGeometry, fronts, type Orientation } from "./geometry.ts";
import {
  type Block,
  type Group,
  type PlacedText,
  placeColumn,
  placeRow,
  spread,
} from "./place-text.ts";
import type { Template } from "./template.ts";

const white = "#FFFFFF";
const wide = 0.05;

/** Largest first. The last step of each holds what nobody is called, cut with an ellipsis. */
const nameSteps: Readonly<Record<Orientation, readonly Step[]>> = {
  landscape: [...steps(1, 44, 40, 36), ...steps(2, 33, 30, 27), ...steps(3, 22), ...steps(4, 17)],
  portrait: [...steps(1, 42, 38), ...steps(2, 36, 32), ...steps(3, 27, 24), ...steps(4, 20)],
};

const fieldSteps: Readonly<Record<Orientation, readonly Step[]>> = {
  landscape: [...steps(2, 22, 20), ...steps(3, 18, 16)],
  portrait: [...steps(2, 23, 20), ...steps(3, 17)],
};

/** Title and kind: the same on every card of a template. */
export function layoutHeader(
  { texts, kind, palette }: Template,
  orientation: Orientation,
  measure: Measure,
): PlacedText[] {
  const { title, badge } = fronts[orientation];
  const isLandscape = orientation === "landscape";
  const heading: Block = {
    text: texts.title,
    weight: 800,
    wordSpacing: wide,
    color: white,
    steps: isLandscape ? steps(1, 44, 36) : steps(1, 33, 28),
  };
  const subtitle: Block = {
    text: texts.subtitle,
    weight: 500,
    wordSpacing: wide,
    color: palette.line,
    steps: isLandscape ? steps(1, 21, 18) : steps(1, 18, 16, 14),
  };
  const size = Math.round(badge.height * 0.56);
  const mark: Block = {
    text: kind,
    weight: 800,
    wordSpacing: 0,
    color: white,
    align: "center",
    steps: steps(1, size),
  };
  return [
    ...placeColumn([heading, subtitle], title, measure).texts,
    ...placeColumn([mark], { ...badge, y: badge.y + badge.height / 2 - size * 0.63 }, measure)
      .texts,
  ];
}

/** Everything that differs from holder to holder, except the photo and the QR. */
export function layoutFront(
  { text, issue }: Pick<CardContent, "text" | "issue">,
  template: Template,
  orientation: Orientation,
  measure: Measure,
): PlacedText[] {
  const geometry = fronts[orientation];
  const set: Setting = { orientation, label: template.palette.line, measure };
  const identity = identityGroups(text, geometry, set);
  const work = workGroups(text, geometry, set);
  const issued = issueGroup(text, issue, geometry, set);
  const [first, second, third] = geometry.columns;
  if (!second || !third) return spread([...identity, ...work, issued], first, 30);
  return [
    ...spread(identity, first, 26),
    ...spread(work, second, 34),
    ...spread([issued], third, 0),
  ];
}

interface Setting {
  readonly orientation: Orientation;
  readonly label: string;
  readonly measure: Measure;
}

/** With room beside it, in pixels. */
const nipWidth = 368;

/** The name; below it the NIP and, beside or below that, the golongan. */
function identityGroups(
  text: CardText,
  { columns: [column] }: FrontGeometry,
  { orientation, label, measure }: Setting,
): Group[] {
  const name: Block = {
    text: text.name,
    weight: 800,
    wordSpacing: wide,
    color: white,
    steps: nameSteps[orientation],
  };
  const number = field(text.kind === "PNS" ? "NIP" : "NI PPPK", text.nip, label, steps(1, 28), {
    wordSpacing: 0.2,
  });
  const rank = field(
    text.pangkat ? "Pangkat / golongan" : "Golongan",
    text.pangkat ? `${text.pangkat} (${text.golongan})` : text.golongan,
    label,
    steps(1, 22, 20, 18, 16, 15),
  );
  const isLandscape = orientation === "landscape";
  const { x, width } = column;
  const place = (blocks: readonly Block[], left: number, right: number): Group => {
    return (y) => placeColumn(blocks, { x: x + left, y, width: right - left }, measure);
  };
  const numbers = isLandscape
    ? [placeRow([place(number, 0, nipWidth), place(rank, nipWidth, width)])]
    : [place(number, 0, width), place(rank, 0, width)];
  return [place([name], 0, width), ...numbers];
}

function workGroups(
  { jabatan, unitKerja, instansi }: CardText,
  { columns }: FrontGeometry,
  { orientation, label, measure }: Setting,
): Group[] {
  const { x, width } = columns[1] ?? columns[0];
  return [
    ["Jabatan", jabatan] as const,
    ["Unit kerja", unitKerja] as const,
    ["Instansi", instansi] as const,
  ].map(
    ([name, text]) =>
      (y) =>
        placeColumn(field(name, text, label, fieldSteps[orientation]), { x, y, width }, measure),
  );
}

/** Below the photo in landscape; a row of three in portrait. */
function issueGroup(
  { contractEnd }: CardText,
  issue: Issue | undefined,
  { columns }: FrontGeometry,
  { orientation, label, measure }: Setting,
): Group {
  const { x, width } = columns[2] ?? columns[0];
  const serial = field(
    "Nomor Seri",
    issue ? groupSerial(issue.serial) : "belum terbit",
    label,
    steps(1, 23, 20, 18),
    { wordSpacing: 0.1 },
  );
  const days = [
    ...(issue ? [["Diterbitkan", issue.issuedOn] as const] : []),
    ...(contractEnd ? [["Berlaku sampai", contractEnd] as const] : []),
  ];
  if (orientation === "landscape") {
    const lines = days.map(([name, day], index) => ({
      ...value(`${name} ${longDay(day)}`, steps(1, 17, 16)),
      gap: index === 0 ? 6 : 1,
    }));
    return (y) => placeColumn([...serial, ...lines], { x, y, width }, measure);
  }
  const fields = [
    serial,
    ...days.map(([name, day]) => field(name, longDay(day), label, steps(1, 20, 18, 16))),
  ];
  const lefts = [0, 208, 388];
  return placeRow(
    fields.map((blocks, index) => {
      const left = lefts[index] ?? 0;
      const right = lefts[index + 1] ?? width + 12;
      return (y) => placeColumn(blocks, { x: x + left, y, width: right - left - 12 }, measure);
    }),
  );
}

/** A label with its value below. */
function field(
  name: string,
  text: string,
  color: string,
  sizes: readonly Step[],
  style: Partial<Pick<Block, "wordSpacing">> = {},
): Block[] {
  const label: Block = { text: name, weight: 500, wordSpacing: wide, color, steps: steps(1, 16) };
  return [label, { ...value(text, sizes), ...style }];
}

function value(text: string, sizes: readonly Step[]): Block {
  return { text, weight: 700, wordSpacing: wide, color: white, steps: sizes };
}

function steps(lines: number, ...sizes: readonly number[]): Step[] {
  return sizes.map((size) => ({ size, lines }));
}

const dayFormat = new Intl.DateTimeFormat("id-ID", { dateStyle: "long", timeZone: "UTC" });

/** "21 November 2026" of "2026-11-21". */
function longDay(day: string): string {
  return dayFormat.format(new Date(`${day}T00:00:00Z`));
}
