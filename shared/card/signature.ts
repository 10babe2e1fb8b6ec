/** What an offline verifier reads of a card is signed once, and kept for as long as it holds (decision 0072). */
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";

export const cardSignature = z.object({
  employeeId,
  /** Where the status list says what became of the card; never used again. */
  place: z.int(),
  /** The agency's number in the list of keys. */
  instansi: z.int(),
  /** The day of signing, and the last one on which it holds: "YYYY-MM-DD". */
  issued: z.string(),
  expires: z.string(),
  /** Which key signed, as the list of keys names it. */
  kid: z.string(),
  /** r and s, 32 bytes each, in hex digits. */
  signature: z.string(),
  /** SHA-256 of what was signed, hex digits: from a record that says something else the signature is not drawn. */
  signed: z.string(),
  /** The day from which it is made anew; absent where a new one would hold no longer. */
  renewOn: z.string().optional(),
});
export type CardSignature = Readonly<z.infer<typeof cardSignature>>;

/** Which card a place in the status list stands for. */
export interface PlacedCard {
  readonly employeeId: CardSignature["employeeId"];
  readonly contentHash: string;
}

/** Whose signature is to be made anew, and which card's. */
export interface DueSignature extends PlacedCard {
  readonly renewOn: string;
}

/** The signatures of cards, and the two numbers in what is signed that stand for something elsewhere. */
export interface Signatures {
  /** @param contentHash the identity of the card, as its token's: each token has one place in the status list */
  find(contentHash: string): Promise<CardSignature | undefined>;
  /**
   * Keeps a signature instead of the one that was found, if nobody else was faster.
   * @returns the one that is kept now
   */
  keep(
    contentHash: string,
    signature: CardSignature,
    found: CardSignature | undefined,
  ): Promise<CardSignature>;
  /** Takes a place in the status list that no other card has had; the same one when it is asked for again soon. */
  takePlace(card: PlacedCard): Promise<number>;
  /** The number of an agency in the list of keys: given once, from 0 in order, never another one's. */
  numberOf(instansiId: string): Promise<number>;
  /** The ids of the agencies that have one, each at its number. */
  numbered(): Promise<readonly string[]>;
  /** Those that are to be made anew by that day, the oldest first, and no more than `most`. */
  due(day: string, most: number): Promise<DueSignature[]>;
  /** Takes one out of those that are due. @returns false when somebody else has, or it was made anew */
  claim(due: DueSignature): Promise<boolean>;
}
