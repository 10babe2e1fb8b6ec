import * as z from "zod";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { freeFields, type Issue, shapes } from "./card-content.ts";

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
  /** Kode Periksa of the drawing. */
  checkCode: z.string(),
  /** The texts of the record that are shortened on the drawing. */
  shortened: z
    .array(
      z.object({
        shape: z.enum(shapes),
        field: z.enum(freeFields),
      }),
    )
    .readonly(),
});
export type Pointer = Readonly<z.infer<typeof pointer>>;

/** The first issue, and the pointer once something is drawn. */
export const card = z.object({ ...issue, ...pointer.partial().shape });
export type Card = Readonly<z.infer<typeof card>>;

/** What a token in a QR belongs to. */
export const cardToken = z.object({ ...issue, employeeId, contentHash: z.string() });
export type CardToken = Readonly<z.infer<typeof cardToken>>;

/** The cards: which drawing is a holder's card now, and what each token belongs to. */
export interface Cards {
  find(id: EmployeeId): Promise<Card | undefined>;
  /** @param hash of the token, see card-token.ts */
  findToken(hash: string): Promise<CardToken | undefined>;
  /**
   * The number of a holder's card: allocated once, in order within letter and year, without gaps.
   * @param series letter and year, "A2010"
   * @param day of this issue, "YYYY-MM-DD"; used only when it is the first
   */
  issue(id: EmployeeId, series: string, day: string): Promise<Issue>;
  /** Makes a token known. Doing it again changes nothing. */
  addToken(hash: string, token: CardToken): Promise<void>;
  /**
   * Moves the pointer to a drawing that is stored. Only forward: a newer revision's pointer stays.
   * @returns false when it stayed
   */
  point(id: EmployeeId, pointer: Pointer): Promise<boolean>;
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
