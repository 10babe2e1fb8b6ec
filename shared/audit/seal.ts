/**
 * A seal says which entries of the history there were: signed, and bound to the seal before, so that none can be changed, taken out
 * or put in between later without it being seen (decision 0046).
 */
import { createHash } from "node:crypto";
import * as z from "zod";
import { merkleRoot } from "./merkle-root.ts";

/** What a seal knows of an entry: ids of ours, and no person's data. */
export interface Leaf {
  readonly subjectId: string;
  readonly revision: number;
  /** ISO instant. */
  readonly writtenAt: string;
  readonly digest: string;
}

/** From the first instant on, up to the second one without it. ISO instants. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** What is signed. */
const sealStatement = z.strictObject({
  /** So that a signature over something else with the same key is never taken for a seal. */
  kind: z.literal("kartu-history-seal-1"),
  /** From 1, without a gap. */
  number: z.int().min(1),
  from: z.string(),
  to: z.string(),
  /** How many entries were written within the period. */
  count: z.int(),
  /** How many were written before it, and had come into the index too late for their own seal. */
  late: z.int(),
  /** Of the Merkle tree over the lines of all of them. */
  root: z.string(),
  /** The digest of the statement before; of the first one empty. */
  previous: z.string(),
});
export type SealStatement = z.infer<typeof sealStatement>;

export interface Seal {
  /** The text that was signed: a `SealStatement` in JSON. */
  readonly text: string;
  /** Base64, ECDSA on P-256 with SHA-256, in DER. */
  readonly signature: string;
}

/** A seal with the lines of its leaves, in the order of the tree. */
export interface SealFile extends Seal {
  readonly lines: readonly string[];
}

const leafLine = z.tuple([z.string(), z.string(), z.int(), z.string()]);

/** One line of a seal's file, and one leaf of its tree. */
function lineOf({ writtenAt, subjectId, revision, digest }: Leaf): string {
  return JSON.stringify([writtenAt, subjectId, revision, digest]);
}

/** @throws when it is no such line */
export function leafOf(line: string): Leaf {
  const [writtenAt, subjectId, revision, digest] = leafLine.parse(JSON.parse(line));
  return { writtenAt, subjectId, revision, digest };
}

/** @throws when the text is no statement */
export function statementOf({ text }: Pick<Seal, "text">): SealStatement {
  return sealStatement.parse(JSON.parse(text));
}

export function sealDigest({ text }: Pick<Seal, "text">): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** The statement about these leaves, and their lines: sorted, so that the same entries always make the same root. */
export function sealOf(
  before: Pick<Seal, "text"> | undefined,
  { period, leaves }: { readonly period: Period; readonly leaves: readonly Leaf[] },
): { readonly text: string; readonly lines: readonly string[] } {
  const lines = leaves.map(lineOf).sort();
  const late = leaves.filter(({ writtenAt }) => writtenAt < period.from).length;
  const statement: SealStatement = {
    kind: "kartu-history-seal-1",
    number: before ? statementOf(before).number + 1 : 1,
    ...period,
    count: leaves.length - late,
    late,
    root: merkleRoot(lines),
    previous: before ? sealDigest(before) : "",
  };
  return { text: JSON.stringify(statement), lines };
}
