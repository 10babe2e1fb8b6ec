/** A letter (naskah dinas) of an agency: what its officer writes, how far it is, and what it said on the day it was signed. */
import * as z from "zod";
import { personId } from "#shared/access/role.ts";
import { postId, standInForms } from "#shared/post/post.ts";
import { requestId } from "#shared/request/request.ts";
import { type Id, idRest } from "#shared/runtime/ids.ts";
import { letterKindRules, letterKinds, secrecies, urgencies } from "./letter-kinds.ts";
import { ruleOf } from "./letter-rules.ts";

export type LetterId = Id<"ltr">;
/** As it comes from outside. */
export const letterId: z.ZodType<LetterId, string> = z.templateLiteral(["ltr_", idRest]);

const line = z.string().max(ruleOf("paragraph"));
const lines = z.array(line).max(ruleOf("lines")).readonly();
/** Whole rupiah. */
const amount = z.int().min(0).max(1e12);

/** What an officer writes. Parts that the kind has not are empty. */
export const letterWords = z.strictObject({
  kind: z.enum(letterKinds),
  /** Shown to everybody who checks the letter: nobody's name is in it. */
  hal: line,
  classification: z.string().max(60),
  urgency: z.enum(urgencies),
  secrecy: z.enum(secrecies),
  people: z.array(personId).max(ruleOf("people")).readonly(),
  /** Who leads stands first; the others follow in the order of `inOrder`. */
  leader: personId.exactOptional(),
  /** Menimbang. */
  considering: lines,
  /** Dasar. */
  basis: lines,
  /** Untuk: what, where, from when until when. */
  tasks: lines,
  income: z
    .array(z.strictObject({ what: line, amount }))
    .max(ruleOf("lines"))
    .readonly(),
  purpose: line,
  /** Yth. */
  to: lines,
  /** What a surat pengantar goes with. */
  items: z
    .array(z.strictObject({ what: line, count: line, note: line }))
    .max(ruleOf("lines"))
    .readonly(),
  text: z.string().max(ruleOf("text")),
  /** Tembusan. */
  copies: lines,
  /** Whoever acts in it on the day of signing signs. */
  post: postId,
  /** Whose power it is: the giver first, then whoever has it from there (a.n., u.b.). None: the post's own. */
  onBehalf: z.array(postId).max(ruleOf("lines")).readonly(),
});
export type LetterWords = Readonly<z.infer<typeof letterWords>>;

/** Whose letter it is: of a kind that is about one person. A draft may name somebody else, or nobody yet. */
export function aboutWhom({ kind, people }: Pick<LetterWords, "kind" | "people">) {
  return letterKindRules[kind].people === "one" ? people[0] : undefined;
}

/** Somebody as a letter names them: as the record was on the day of signing. */
const personOnLetter = z.object({
  id: personId,
  /** With degrees. */
  name: z.string(),
  nip: z.string(),
  /** «Penata (III/c)»; a PPPK's golongan alone; none of who has none. */
  rank: z.string().exactOptional(),
  jabatan: z.string(),
  unitKerja: z.string(),
});
export type PersonOnLetter = Readonly<z.infer<typeof personOnLetter>>;

/** Where its number stands: of a year's register. */
export const numberPlace = z.object({
  year: z.string(),
  urut: z.int().min(1),
  inserted: z.int().min(1).exactOptional(),
  /** Of an inserted one: the letter's own day, which has passed. */
  day: z.string().exactOptional(),
});

/** All that the paper says, as it was signed: later changes of records and agency are not in it. */
const letterFace = z.object({
  /** As printed: «B-015/KP.05.02/BKPSDM/VII/2026». */
  number: z.string(),
  /** "2026-12-01", in the agency's zone. */
  day: z.string(),
  kop: z.object({
    sender: z.string(),
    office: z.string().exactOptional(),
    /** By its name in the template, "" the usual one. */
    emblem: z.string().exactOptional(),
    place: z.string(),
  }),
  people: z.array(personOnLetter).readonly(),
  signer: personOnLetter.extend({
    /** Above the name, line by line; see signature-block.ts. */
    lines: z.array(z.string()).readonly(),
    form: z.enum(standInForms).exactOptional(),
  }),
});
export type LetterFace = Readonly<z.infer<typeof letterFace>>;

/** "waiting" for its signer; "returned" to its officer, with its number; "cancelled": never signed, and its number void. */
export const letterStates = [
  "draft",
  "waiting",
  "returned",
  "signed",
  "withdrawn",
  "cancelled",
] as const;
export type LetterState = (typeof letterStates)[number];

const letterStep = z.object({
  to: z.enum(letterStates),
  by: personId,
  /** ISO instant. */
  at: z.string(),
  reason: z.string().exactOptional(),
});

export const letter = z.object({
  id: letterId,
  instansiId: z.string(),
  words: letterWords,
  state: z.enum(letterStates),
  /** From when it waits for a signature. */
  number: numberPlace.exactOptional(),
  /** By which its person asked for it. */
  request: requestId.exactOptional(),
  /** From when it is signed. */
  face: letterFace.exactOptional(),
  /** Oldest first. */
  steps: z.array(letterStep).readonly(),
  /** Counts its changes, from 1. */
  revision: z.int(),
});
export type Letter = Readonly<z.infer<typeof letter>>;

/** From where to where a letter goes. What is signed is never changed, only withdrawn. */
const moves: Readonly<Record<LetterState, readonly LetterState[]>> = {
  draft: ["draft", "waiting", "cancelled"],
  waiting: ["signed", "returned", "cancelled"],
  returned: ["returned", "waiting", "cancelled"],
  signed: ["withdrawn"],
  withdrawn: [],
  cancelled: [],
};

/** Whether a letter may go there. */
export function mayGo(from: LetterState, to: LetterState): boolean {
  return moves[from].includes(to);
}
