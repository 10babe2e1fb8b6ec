import type { Leaf, Period, Seal, SealFile } from "./seal.ts";

/** The entries that were written, as the index from which they are sealed knows them. It follows the table by a moment. */
export interface WrittenEntries {
  /** When the first one was written; undefined when there is none. */
  earliest(): Promise<string | undefined>;
  count(period: Period): Promise<number>;
  /** In no order that matters. */
  within(period: Period): AsyncGenerator<Leaf>;
}

/** Where a seal is kept, with what was done to it since. */
export interface KeptSeal {
  /** The end of its period. */
  readonly to: string;
  /** It was hidden behind a deletion, or another one was written over it: both leave the locked one where it is. */
  readonly isTouched: boolean;
}

/** Seals that nobody can delete before their time. They are named by the end of their period. */
export interface Seals {
  /** The ends of the seals there are, oldest first. @param after an instant; only those that end later */
  ends(after?: string): Promise<string[]>;
  /** A seal without its leaves. */
  head(to: string): Promise<Seal>;
  read(to: string): Promise<SealFile>;
  /** @returns false when there is a seal with this end already; then nothing was written */
  add(to: string, file: SealFile): Promise<boolean>;
  /** All of them, oldest first, also what was hidden. */
  kept(): AsyncGenerator<KeptSeal>;
}

/** Signs seals. */
export interface SealSigner {
  /** @returns base64 */
  sign(text: string): Promise<string>;
}
