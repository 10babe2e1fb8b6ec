import { type Employee, fullName } from "#shared/employee/employee.ts";
import { fieldOf, isOptional, isRequired, printedFields } from "#shared/employee/fields.ts";
import { pangkatOf } from "#shared/employee/golongan.ts";
import { type EmployeeKind, groupNip } from "#shared/employee/nip.ts";
import { keyed, keyedWhere } from "#shared/runtime/keyed.ts";
import type { PrintedText } from "./card-answer.ts";
import { contentHash } from "./content-hash.ts";
import type { Look } from "./design/look.ts";

/** The four faces of a card: CR80 at 300 dpi, 1011x638 or 638x1011 pixels (K-22, K-23). */
export const faces = [
  "front-landscape",
  "back-landscape",
  "front-portrait",
  "back-portrait",
] as const;
export type Face = (typeof faces)[number];
export const backFaces = ["back-landscape", "back-portrait"] as const satisfies readonly Face[];

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

/** The words on a card, as they are printed; the page shows the same words as text. The issue has number and date. */
export type CardText = Omit<PrintedText, "serial" | "issuedOn" | "checkCode">;

/** The fields of any length. Only these may be shortened on a card. */
export const freeFields = ["name", "jabatan", "unitKerja", "instansi"] as const;
export type FreeField = (typeof freeFields)[number];

/** A text that has no room on the card in this shape, and ends with an ellipsis there. */
export interface ShortenedText {
  readonly shape: Shape;
  readonly field: FreeField;
}

/** What a holder's card gets at its first issue and never loses. */
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
  /** What its agency changes of the template. */
  readonly look: Look;
  /** Undefined on a preview: it has no number, and says that it is a preview. */
  readonly issue: PrintedIssue | undefined;
  /** A card of nobody: it says that it is a preview, although it has a number. */
  readonly isSpecimen?: true;
  /** What the QR holds: the verification address, see card-token.ts. */
  readonly qrText: string;
  /** What the QR holds behind the address, see shared/signed-qr: a payload with its signature, as digits. */
  readonly signedDigits?: string;
  /** The official address the back tells people to look for, e.g. "kartu-asn.example". */
  readonly host: string;
  /** The seed of the security pattern, hex digits: the content hash, so that no two cards have the same pattern. */
  readonly seed: string;
}

/** The issue of a real card; undefined for previews and specimens, which are marked as such. */
export function validIssue({
  issue,
  isSpecimen,
}: Pick<CardContent, "issue" | "isSpecimen">): PrintedIssue | undefined {
  return isSpecimen ? undefined : issue;
}

/** Printed fields that a record of this kind may have or lack. */
export function optionalFieldsOf(kind: EmployeeKind) {
  return printedFields.filter(isOptional).filter((field) => fieldOf(field).kinds[kind] !== "none");
}

/** The words of a record's card: fields that are printed unchanged, and texts that are made from the others. */
export function cardText(employee: Employee): CardText {
  const { kind, golongan } = employee;
  const pangkat = golongan ? pangkatOf(golongan) : undefined;
  return {
    kind,
    name: fullName(employee),
    nip: groupNip(employee.nip),
    ...(pangkat ? { pangkat } : {}),
    ...keyed(printedFields.filter(isRequired), (field) => employee[field]),
    ...keyedWhere(optionalFieldsOf(kind), (field) => employee[field] || undefined),
  };
}

/** What is drawn for a record. @param issue undefined on a preview */
export function contentOf(
  employee: Employee,
  {
    issue,
    look,
    qr,
    signedDigits,
    siteUrl,
  }: {
    readonly issue?: PrintedIssue;
    readonly look: Look;
    readonly qr: string;
    readonly signedDigits?: string | undefined;
    readonly siteUrl: string;
  },
): CardContent {
  return {
    text: cardText(employee),
    look,
    issue,
    qrText: qr,
    ...(signedDigits && { signedDigits }),
    host: new URL(siteUrl).host,
    seed: contentHash(employee),
  };
}
