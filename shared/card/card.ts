import * as z from "zod";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { freeFields, type Issue, shapes } from "./card-content.ts";
import type { Drawing } from "./drawn-card.ts";

/** What a holder gets at the first issue and never loses. */
const issue = {
  serial: z.string(),
  issuedOn: z.string(),
};

/** Which drawing is a holder's card now. */
const pointer = z.object({
  /** The record's revision that the pointer was moved for. */
  revision: z.number(),
  contentHash: z.string(),
  templateVersion: z.string(),
  /** The folder of its backs. */
  backs: z.string(),
  /** Names of its files that are stored: the front in the shape that was viewed last, its back, and what somebody asked for. */
  files: z.array(z.string()).readonly(),
  /** Kode Periksa of the drawing. */
  checkCode: z.string(),
  /** The token of its QR, sealed (token-seals.ts). Absent: before it was kept. */
  sealedToken: z.string().optional(),
  /** The texts of the record that are shortened on the drawing. */
  shortened: z
    .array(
      z.object({
        shape: z.enum(shapes),
        field: z.enum(freeFields),
      }),
    )
    .readonly(),
  /** The name of the signature in the drawing's QR, its key's, and the last day on which it holds. Absent: it has none. */
  signature: z.string().optional(),
  signedBy: z.string().optional(),
  signedUntil: z.string().optional(),
});
export type Pointer = Readonly<z.infer<typeof pointer>>;

/** The first issue, and the pointer once something is drawn. */
export const card = z.object({
  ...issue,
  ...pointer.partial().shape,
  /** The shape that the holder viewed last. The next change is drawn in it. */
  viewed: z.enum(shapes).optional(),
});
export type Card = Readonly<z.infer<typeof card>>;

/** What tells one drawing of a holder's card from another. */
export type DrawingOfHolder = Omit<Drawing, "employeeId">;

/**
 * Whether the pointer shows this drawing. Its backs belong to it: the files that it names are looked for in their folder, which
 * is another one where the site has a new name, and for pointers of version 1.
 */
export function isShowing(
  card: Card,
  { contentHash, templateVersion, backs, signature }: DrawingOfHolder,
): boolean {
  return (
    card.contentHash === contentHash &&
    card.templateVersion === templateVersion &&
    card.backs === backs &&
    card.signature === signature
  );
}

/** What a token in a QR, and the two numbers beside it, belong to. */
export const cardToken = z.object({ ...issue, employeeId, contentHash: z.string() });
export type CardToken = Readonly<z.infer<typeof cardToken>>;

/** The cards: which drawing is a holder's card now, and what each token belongs to. */
export interface Cards {
  find(id: EmployeeId): Promise<Card | undefined>;
  /** @param hash of the token, or of the card's two numbers, see card-token.ts */
  findToken(hash: string): Promise<CardToken | undefined>;
  /**
   * The number of a holder's card: allocated once, in order within letter and year, without unexplained gaps: a number that
   * two issues of one holder took at the same moment, and others went past, stays noted with that holder.
   * @param series letter and year, "A2010"
   * @param day of this issue, "YYYY-MM-DD"; used only when it is the first
   */
  issue(id: EmployeeId, series: string, day: string): Promise<Issue>;
  /** Makes a token, or a card's two numbers, known by their hash. Doing it again changes nothing. */
  addToken(hash: string, token: CardToken): Promise<void>;
  /**
   * Moves the pointer to a drawing that is stored. Only forward: a newer revision's pointer stays.
   * @returns false when it stayed
   */
  point(id: EmployeeId, pointer: Pointer): Promise<boolean>;
  /**
   * Notes that a file of this drawing is stored. Does nothing when it is noted already, or when the pointer shows another
   * drawing. A move of the pointer at the same moment may lose the note; then the file is looked for and noted again.
   */
  noteFile(id: EmployeeId, drawing: DrawingOfHolder, name: string): Promise<void>;
  /** Notes the shape that the holder views. */
  noteView(id: EmployeeId, shape: NonNullable<Card["viewed"]>): Promise<void>;
}

/** The token of a card's QR. Without the key nobody can guess it; the renderer gets the same one each time. */
export interface CardTokens {
  /** @returns 26 base32 symbols, lower case */
  token(contentHash: string): Promise<string>;
}

/** The Kode Periksa of a card, which nobody stores. */
export interface CheckCodes {
  /** @returns 8 base32 symbols in capitals, none of them I, L, O or U */
  code(of: { readonly serial: string; readonly contentHash: string }): Promise<string>;
}
