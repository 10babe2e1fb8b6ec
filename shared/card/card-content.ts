import { type Employee, fullName } from "#shared/employee/employee.ts";
import { fieldOf, isOptional, isRequired, printedFields } from "#shared/employee/fields.ts";
import { pangkatOf } from "#shared/employee/golongan.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { keyed, keyedWhere } from "#shared/runtime/keyed.ts";
import type { PrintedText } from "./card-answer.ts";
import { contentHash } from "./content-hash.ts";

/** The four faces of a card: CR80 at 300 dpi, 1011x638 or 638x1011 pixels (K-22, K-23). */
export const faces = [
  "front-landscape",
  "back-landscape",
  "front-portrait",
  "back-portrait",
] as const;
export type Face = (typeof faces)[number];

export function isFace(text: string): text is Face {
  return faces.some((face) => face === text);
}

export const shapes = ["landscape", "portrait"] as const;
type Shape = (typeof shapes)[number];

/** A card to print: two pages of a card's size, or a sheet with both faces to cut out. */
export const sheets = ["card", "a4"] as const;
export interface DocumentName {
  readonly shape: Shape;
  readonly sheet: (typeof sheets)[number];
}

export const documents: readonly DocumentName[] = [
  { shape: "landscape", sheet: "card" },
  { shape: "landscape", sheet: "a4" },
  { shape: "portrait", sheet: "card" },
  { shape: "portrait", sheet: "a4" },
];

/** The words on a card, as they are printed; the page shows the same words as text. Number and date come with the issue. */
export type CardText = Omit<PrintedText, "serial" | "issuedOn" | "checkCode">;

/** What a record holds in words of any length: nothing else may lose its end on a card. */
export const freeFields = ["name", "jabatan", "unitKerja", "instansi"] as const;
export type FreeField = (typeof freeFields)[number];

/** A text that ends with an ellipsis on the card in this shape, because it has no room there. */
export interface ShortenedText {
  readonly shape: Shape;
  readonly field: FreeField;
}

/** What the first issue gave a holder's card for good. */
export interface Issue {
  /** Nomor Seri: a letter, the year of appointment, seven digits of order (SE BKN 16/2022). */
  readonly serial: string;
  /** The day of the first issue, "YYYY-MM-DD". */
  readonly issuedOn: string;
}

/** An issue as it is printed. */
export interface PrintedIssue extends Issue {
  /** Kode Periksa: 8 base32 symbols in capitals, see check-code-signer.ts. */
  readonly checkCode: string;
}

/** Everything the drawing needs beside the photo. */
export interface CardContent {
  readonly text: CardText;
  /** Whose template is drawn. */
  readonly instansiId: string;
  /** Undefined on a preview: it has no number, and says that it is a preview. */
  readonly issue: PrintedIssue | undefined;
  /** Nobody's card: says that it is a preview although it has a number. */
  readonly isSpecimen?: true;
  /** What the QR holds: the verification address, see card-token.ts. */
  readonly qrText: string;
  /** The official address the back tells people to look for, e.g. "kartu-asn.example". */
  readonly host: string;
  /** Hex digits that the security pattern is grown from, so that no two cards are equal: the content hash. */
  readonly seed: string;
}

/** What makes it a card. A preview and a specimen have none, and are marked for it. */
export function validIssue({
  issue,
  isSpecimen,
}: Pick<CardContent, "issue" | "isSpecimen">): PrintedIssue | undefined {
  return isSpecimen ? undefined : issue;
}

/** The words of a record's card: what is printed as it stands in the record, and what is made of the rest. */
export function cardText(employee: Employee): CardText {
  const { kind, golongan } = employee;
  const pangkat = kind === "PNS" ? pangkatOf(golongan) : undefined;
  const optional = printedFields
    .filter(isOptional)
    .filter((field) => fieldOf(field).kinds[kind] !== "none");
  return {
    kind,
    name: fullName(employee),
    nip: groupNip(employee.nip),
    ...(pangkat ? { pangkat } : {}),
    ...keyed(printedFields.filter(isRequired), (field) => employee[field]),
    ...keyedWhere(optional, (field) => employee[field] || undefined),
  };
}

/** What is drawn for a record. @param issue undefined on a preview */
export function contentOf(
  employee: Employee,
  issue: PrintedIssue | undefined,
  qr: string,
  siteUrl: string,
): CardContent {
  return {
    text: cardText(employee),
    instansiId: employee.instansiId,
    issue,
    qrText: qr,
    host: new URL(siteUrl).host,
    seed: contentHash(employee),
  };
}
