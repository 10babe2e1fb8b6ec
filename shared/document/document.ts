/**
 * A paper that this product has drawn, as whoever holds it may know it: what kind it is, its number, its day and what it is about, never what
 * it says (decision 0086). A proof of a request is the first kind, letters are others; certificates are to be.
 */
import * as z from "zod";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";

export const document = z.object({
  /** "request-proof"; of a letter as it is printed, «Surat Tugas». */
  kind: z.string(),
  /** As printed, "7Q2MK-9XDFA". */
  number: z.string(),
  /** «Hal», in Indonesian as on the paper itself; nobody's name is in it. */
  subject: z.string(),
  /** Of whom it is about, "S.R.", as printed: a clerk compares them. Papers from before have none. */
  initials: z.string().exactOptional(),
  /** Whose numbers these are, where another agency may have the same: its id. */
  series: z.string().exactOptional(),
  /** In which post, and form, somebody of which agency has signed it: «a.n. Kepala BKPSDM, Sekretaris · Pemerintah Kota Contoh». */
  signer: z.string().exactOptional(),
  /** ISO instant. */
  issuedAt: z.iso.datetime(),
  /** Of all that it says; SHA-256 of its JSON, as hex digits. */
  digest: z.string(),
  /** ISO instant of a revocation; a paper is never taken back by deleting it. */
  revokedAt: z.iso.datetime().exactOptional(),
});
export type Document = Readonly<z.infer<typeof document>>;

/** All papers of one kind and number are withdrawn, also those that are drawn at the same moment (decision 0099). */
export const revocation = z.object({
  kind: z.string(),
  number: z.string(),
  series: z.string().exactOptional(),
  /** ISO instant. */
  revokedAt: z.iso.datetime(),
});
export type Revocation = Readonly<z.infer<typeof revocation>>;

/** Papers that are withdrawn together. */
export type Papers = Pick<Revocation, "kind" | "number" | "series">;

/** Papers, by the hash of the token that their QR has. */
export interface Documents {
  /** Strongly consistent. One of a number that was withdrawn says since when. */
  find(hash: string): Promise<Document | undefined>;
  /**
   * Keeps one for as long as its person's data are kept (shared/erasure), a letter always; one that is there already stays as it was.
   * @returns whether it is a new one
   */
  add(hash: string, issued: Document & { readonly personId: string }): Promise<boolean>;
  /** Since when the papers of this kind and number are withdrawn; strongly consistent. */
  revokedAt(papers: Papers): Promise<string | undefined>;
  /** The write that withdraws them, for good; it fails as `document-revoked` when they are. */
  revoking(revoked: Revocation & { readonly personId: string }): JoinedWrite;
}
