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
  /** Exactly as it stands in the records; absent for people who were marked one by one. */
  unitKerja: z.string().optional(),
};
const printSpec = z.discriminatedUnion("kind", [
  z.object({ ...ofUnit, ...ofCards }),
  z.object({ ...ofUnit, ...ofLetters }),
]);
export type PrintSpec = Readonly<z.infer<typeof printSpec>>;

/** Some of a unit's people, one after the other by name: they are one file. */
const printPart = z.object({
  people: z.int(),
  /** The first letters of the first and the last name: enough to find somebody's sheet, and nobody's name. */
  from: z.string(),
  to: z.string(),
  /** Cards or letters in its file; absent until it is drawn. Without any there is no file. */
  drawn: z.int().optional(),
});
export type PrintPart = Readonly<z.infer<typeof printPart>>;

/** The place of a part, from 0, and how many cards or letters it has. */
export interface DrawnPart {
  readonly place: number;
  readonly drawn: number;
}

/** How far a print is, in states and numbers. */
export const printCounts = {
  /** Between two parts it waits again, so that other officers' prints come in between. */
  state: z.enum(["waiting", "drawing", "ready", "failed", "stopped"]),
  /** Cards or letters in the files so far. */
  drawn: z.int(),
  /** Cards or letters that the files will have. */
  total: z.int(),
  /** Active employees of the unit without a card in the files: without a photo, and with a card that is just being drawn. */
  withoutPhoto: z.int(),
  withoutCard: z.int(),
  /** Active employees of the unit who need no letter. */
  activated: z.int(),
  /** In their order; none until it is known who they are. */
  parts: z.array(printPart).readonly(),
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
  /** The unit and all below it, by every name under which people of them stand; of marked people, where they stood. */
  units: z.array(z.string()).readonly(),
  /** Under which name the people of its parts are kept. */
  plan: z.string().optional(),
  /** ISO instant of the newest progress. */
  updatedAt: z.string(),
  /** ISO instant; from then on nobody can read it, and it is deleted by itself. */
  endsAt: z.string(),
};

/** A print: a unit's cards or letters, in a file for each part. It has ids and counts; only the files say whose they are. */
export const printSchema = z.discriminatedUnion("kind", [
  z.object({ ...stored, ...ofCards }),
  z.object({ ...stored, ...ofLetters }),
]);
export type Print = Readonly<z.infer<typeof printSchema>>;
export type CardsPrint = Extract<Print, { kind: "cards" }>;

/** The most cards or letters of one part. A function draws them within much less than its time limit. */
export const mostInPart = { cards: 200, letters: 500 } as const satisfies Record<
  Print["kind"],
  number
>;

/** The most people of one part, whatever they lack: each is looked up while it is drawn. */
export const mostLookedUp = 600;

/** The most people without a photo that are named. */
export const mostLacking = 100;

/** How long an officer may come back for the file, hours. */
const printHours = 24;

/**
 * How long a print may have no new progress, seconds: longer than its function may run. After that the function has died.
 * The queue tries again, but much later than an officer waits.
 */
const longestSilenceSeconds = 120;

/** The same request of the same officer is the same print, so a page that lost the answer can ask again without printing twice. */
export function printIdOf(
  spec: PrintSpec,
  requestId: string,
  marked: readonly string[] = [],
): PrintId {
  const { officerId, instansiId, unitKerja } = spec;
  const what = spec.kind === "cards" ? [spec.shape, spec.sheet] : [spec.kind];
  const parts = [requestId, officerId, instansiId, unitKerja, ...what, ...marked];
  return digestId("prt", parts);
}

/** One that waits for its first part. */
export function newPrint(
  spec: PrintSpec,
  { id, units, total }: Pick<Print, "id" | "units" | "total">,
  now: Date,
): Print {
  return {
    ...{ id, ...spec, units },
    ...{ state: "waiting", drawn: 0, total },
    ...{ withoutPhoto: 0, withoutCard: 0, activated: 0, lackingIds: [], parts: [] },
    updatedAt: now.toISOString(),
    endsAt: new Date(now.getTime() + printHours * 3_600_000).toISOString(),
  };
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
  const { state, drawn, total, withoutPhoto, withoutCard, activated, lackingIds, parts } = print;
  const { updatedAt } = print;
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
    parts,
  };
}

/** The place of the part that is drawn next; -1 when all are. */
export function nextPart({ parts }: Pick<Print, "parts">): number {
  return parts.findIndex(({ drawn }) => drawn === undefined);
}

/** The parts when one more of them is drawn. */
export function withDrawn(parts: Print["parts"], { place, drawn }: DrawnPart): Print["parts"] {
  return parts.map((part, i) => (i === place ? { ...part, drawn } : part));
}

/** What is told of parts that nobody has drawn yet. */
export function toldOf(parts: readonly PrintPart[]): Pick<Print, "parts" | "total"> {
  return {
    parts: parts.map(({ people, from, to }) => ({ people, from, to })),
    total: parts.reduce((sum, { people }) => sum + people, 0),
  };
}
