/** The texts of a front, set for any name: the same lines for a canvas and for a PDF. */

import type { Measure, Step, TextStyle } from "#shared/render/fit-text.ts";
import {
  type Box,
  type ExactField,
  type Group,
  type Layout,
  type PlacedText,
  placeColumn,
  placeRow,
  spread,
  together,
} from "#shared/render/place-text.ts";
import { steps } from "#shared/render/text-block.ts";
import { longDay } from "#shared/runtime/long-day.ts";
import type { CardContent, CardText, FreeField, PrintedIssue } from "../card-content.ts";
import { groupCheckCode, groupSerial } from "../printed-numbers.ts";
import { badgeOf } from "./badge.ts";
import { bold, field, plain, type Setting, strong } from "./field.ts";
import { freeBlock } from "./free-block.ts";
import { type FrontGeometry, fronts, type Orientation, smallest } from "./geometry.ts";
import type { Template } from "./template.ts";
import { placeWork } from "./work-fields.ts";

const white = "#FFFFFF";

/** Largest first. A name that is too long for the last step ends with an ellipsis; hardly anybody has one. */
const nameSteps: Readonly<Record<Orientation, readonly Step[]>> = {
  landscape: [...steps(1, 44, 40, 36), ...steps(2, 34, 31, 28), ...steps(3, 26)],
  portrait: [...steps(1, 42, 38), ...steps(2, 36, 32, 29), ...steps(3, 27, 25)],
};

/** Title, kind, and where to see whether a card is valid: the same on every card of a template. */
export function layoutHeader(
  template: Template,
  orientation: Orientation,
  measure: Measure,
): readonly PlacedText[] {
  const { texts, palette } = template;
  const { title, subtitle, status } = fronts[orientation];
  const { box, lines, size } = badgeOf(template, orientation, measure);
  const isLandscape = orientation === "landscape";
  const line = (text: string, style: TextStyle, color: string, ...sizes: number[]) => {
    return { text, ...style, color, steps: steps(1, ...sizes) };
  };
  const heading = {
    ...line(texts.title, bold, white, ...(isLandscape ? [38, 34, 31] : [33, 30, 27])),
    role: "H1" as const,
  };
  const lower = line(texts.subtitle, plain, palette.line, 22, smallest);
  const marks = lines.map((word) => ({
    ...line(word, { ...bold, wordSpacing: 0 }, white, size),
    align: "center" as const,
  }));
  const middle = box.y + box.height / 2;
  const told = { ...line(texts.status, strong, white, 22, smallest), align: status.align };
  return [
    ...placeColumn([heading], beside(title, box), measure).texts,
    ...placeColumn([lower], subtitle, measure).texts,
    ...placeColumn(marks, { ...box, y: middle - size * lines.length * 0.63 }, measure).texts,
    ...placeColumn([told], status, measure).texts,
  ];
}

/** The room of a title that ends before the badge. */
function beside(title: Omit<Box, "height">, badge: Box): Omit<Box, "height"> {
  return { ...title, width: Math.min(title.width, badge.x - 8 - title.x) };
}

/**
 * Everything that differs from holder to holder, except the photo and the QR.
 * @throws DoesNotFit when a number or a day has no room: a template that could do that is refused (template-fit.ts)
 */
export function layoutFront(
  { text, issue }: Pick<CardContent, "text" | "issue">,
  template: Template,
  orientation: Orientation,
  measure: Measure,
): Layout<FreeField> {
  const geometry = fronts[orientation];
  const set: Setting = { words: template.texts, label: template.palette.line, measure };
  const [first, second, third] = geometry.columns;
  if (!second || !third) return layoutColumn(text, issue, geometry, set);
  const [number, rank, issued, until] = fieldsOf(text, issue, set);
  const identity = [
    nameGroup(text, "landscape", first, set),
    placeRow([number, ...rank, ...until], first, measure),
  ];
  // Three fields stand below one another, so they are smaller than in a row.
  const serials = [...serialFields(issue, set), ...issued].map(
    ([name, value]): ExactField => [name, { ...value, steps: steps(1, 22, smallest) }],
  );
  return together(
    spread(identity, first, 26),
    spread(placeWork(text, second, second.height, set), second, 30),
    spread(
      serials.map((each) => placeRow([each], third, measure)),
      third,
      10,
    ),
  );
}

/** Everything below the photo and the QR of a portrait. */
function layoutColumn(
  text: CardText,
  issue: PrintedIssue | undefined,
  { columns: [column] }: FrontGeometry,
  set: Setting,
): Layout<FreeField> {
  const { measure } = set;
  const [number, rank, issued, until] = fieldsOf(text, issue, set);
  const above = [
    nameGroup(text, "portrait", column, set),
    placeRow([number], column, measure),
    placeRow([...rank, ...issued, ...until], column, measure),
  ];
  const below = placeRow(serialFields(issue, set), column, measure);
  const taken = [...above, below].reduce((sum, group) => sum + group(0).bottom, 0);
  const work = placeWork(text, column, column.height - taken, set);
  return spread([...above, ...work, below], column, 22);
}

function nameGroup(
  text: CardText,
  orientation: Orientation,
  { x, width }: FrontGeometry["columns"][0],
  { measure }: Setting,
): Group<FreeField> {
  const name = freeBlock(text, "name", { ...bold, color: white, steps: nameSteps[orientation] });
  return (y) => placeColumn([name], { x, y, width }, measure);
}

/** NIP, and golongan and days if there are any. */
function fieldsOf(
  { kind, nip, pangkat, golongan, contractEnd }: CardText,
  issue: PrintedIssue | undefined,
  set: Setting,
): readonly [number: ExactField, rank: ExactField[], issued: ExactField[], until: ExactField[]] {
  const { labels } = set.words;
  return [
    field(labels.nip[kind], nip, set, {
      wordSpacing: 0.2,
      sizes: [28, 26, 24, 23],
    }),
    golongan ? [rankField(golongan, pangkat, set)] : [],
    issue ? [field(labels.issuedOn, longDay(issue.issuedOn), set)] : [],
    contractEnd ? [field(labels.contractEnd, longDay(contractEnd), set)] : [],
  ];
}

function rankField(golongan: string, pangkat: string | undefined, set: Setting): ExactField {
  const { labels } = set.words;
  return pangkat
    ? field(labels.rank, `${pangkat} (${golongan})`, set)
    : field(labels.golongan, golongan, set);
}

function serialFields(issue: PrintedIssue | undefined, set: Setting): ExactField[] {
  const style = { wordSpacing: 0.1, sizes: [24, 22, smallest] };
  const { labels, notIssued } = set.words;
  if (!issue) return [field(labels.serial, notIssued, set)];
  return [
    field(labels.serial, groupSerial(issue.serial), set, style),
    field(labels.checkCode, groupCheckCode(issue.checkCode), set, style),
  ];
}
