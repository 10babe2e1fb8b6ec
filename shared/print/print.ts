import * as z from "zod";
import { documentName } from "#shared/card/document-name.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { digestId } from "#shared/runtime/ids.ts";
import { type PrintId, printId } from "./print-id.ts";

/** What the file of a unit has: its cards, in one shape and on one kind of sheet, or letters to whoever has not activated yet. */
export const ofCards = { kind: z.literal("cards"), ...documentName.shape };
export const ofLetters = { kind: z.literal("letters") };

/** Who asks, and for which unit. */
const ofUnit = {
  officerId: employeeId,
  instansiId: z.string(),
  /** Exactly as it stands in the records. */
  unitKerja: z.string(),
};
const printSpec = z.discriminatedUnion("kind", [
  z.object({ ...ofUnit, ...ofCards }),
  z.object({ ...ofUnit, ...ofLetters }),
]);
export type PrintSpec = Readonly<z.infer<typeof printSpec>>;

/** How far a print is, in states and numbers. */
export const printCounts = {
  state: z.enum(["waiting", "drawing", "ready", "failed"]),
  /** Cards or letters in the file so far. */
  drawn: z.int(),
  /** Cards or letters that the file will have. */
  total: z.int(),
  /** Active employees of the unit without a card in the file: without a photo, and with a card that is just being drawn. */
  withoutPhoto: z.int(),
  withoutCard: z.int(),
  /** Active employees of the unit who need no letter. */
  activated: z.int(),
};

const printProgress = {
  ...printCounts,
  /** Of those without a photo, at most `mostLacking`. */
  lackingIds: z.array(employeeId).readonly(),
};
export type PrintProgress = Readonly<z.infer<z.ZodObject<typeof printProgress>>>;

const stored = {
  id: printId,
  ...ofUnit,
  ...printProgress,
  /** ISO instant of the newest progress. */
  updatedAt: z.string(),
  /** ISO instant; from then on nobody can read it, and it is deleted by itself. */
  endsAt: z.string(),
};

/** A print: a unit's cards or letters in one file. It has ids and counts; only the file says whose they are. */
export const printSchema = z.discriminatedUnion("kind", [
  z.object({ ...stored, ...ofCards }),
  z.object({ ...stored, ...ofLetters }),
]);
export type Print = Readonly<z.infer<typeof printSchema>>;
export type CardsPrint = Extract<Print, { kind: "cards" }>;

/** The most people of one print. A function draws them within much less than its time limit. */
export const mostPeople = { cards: 200, letters: 500 } as const satisfies Record<
  Print["kind"],
  number
>;

/** The most people without a photo that are named. */
export const mostLacking = 100;

/** How long an officer may come back for the file, hours. */
export const printHours = 24;

/**
 * How long a print may have no new progress, seconds: longer than its function may run. After that the function has died.
 * The queue tries again, but much later than an officer waits.
 */
const longestSilenceSeconds = 120;

/** The same request of the same officer is the same print, so a page that lost the answer can ask again without printing twice. */
export function printIdOf(spec: PrintSpec, requestId: string): PrintId {
  const { officerId, instansiId, unitKerja } = spec;
  const what = spec.kind === "cards" ? [spec.shape, spec.sheet] : [spec.kind];
  const parts = [requestId, officerId, instansiId, unitKerja, ...what];
  return digestId("prt", parts);
}

/** When it was asked for, ISO instant. */
export function requestedAt({ endsAt }: Print): string {
  return new Date(Date.parse(endsAt) - printHours * 3_600_000).toISOString();
}

export function isOver({ endsAt }: Print, now: Date): boolean {
  return Date.parse(endsAt) <= now.getTime();
}

/** The progress, for whoever waits. A print whose function died counts as failed, although nothing could write that. */
export function progressOf(print: Print, now: Date): PrintProgress {
  const { state, drawn, total, withoutPhoto, withoutCard, activated, lackingIds, updatedAt } =
    print;
  const silentMs = now.getTime() - Date.parse(updatedAt);
  const hasDied = state === "drawing" && silentMs > longestSilenceSeconds * 1000;
  return {
    state: hasDied ? "failed" : state,
    drawn,
    total,
    withoutPhoto,
    withoutCard,
    activated,
    lackingIds,
  };
}
