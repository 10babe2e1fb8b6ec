/** `kartu instansi unit`: the tree of unit kerja of an agency. An operator asks, and a penyetuju of the agency decides (decision 0042). */
import { randomUUID } from "node:crypto";
import type { Agencies } from "#shared/agency/agencies.ts";
import { type AskUnitChange, askUnitChange } from "#shared/agency/decide-unit-change.ts";
import type { OrgUnit } from "#shared/agency/org-unit.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import { unitChangeOf } from "#shared/agency/read-unit-change.ts";
import type { UnitChangeRequest } from "#shared/agency/unit-answers.ts";
import { type Bulks, bulkId } from "#shared/bulk/bulk.ts";
import { Conflict, type FieldProblem, InvalidInput } from "#shared/runtime/errors.ts";
import { id as problemTexts } from "../web/src/messages/id/fields.ts";
import { id as unitTexts } from "../web/src/messages/id/units.ts";
import { UsageError } from "./command.ts";
import { type Asked, operatorWhoDecides } from "./operators.ts";

export const unitUsage = `kartu instansi unit ID
kartu instansi unit ID tambah NAMA | ganti-nama UNIT NAMA | gabung UNIT TUJUAN | pindah UNIT | tutup UNIT
         --oleh NIP --alasan TEKS [--di UNIT]`;

interface Trees extends Asked, AskUnitChange {
  readonly agencies: Pick<Agencies, "find">;
  readonly employees: Asked["employees"] & AskUnitChange["employees"];
  readonly units: AskUnitChange["units"] & Pick<OrgUnits, "all">;
  readonly bulks: Pick<Bulks, "find">;
}

interface UnitOrder {
  readonly instansiId: string;
  /** The verb and the names after it; none to list the tree. */
  readonly words: readonly string[];
  /** Below which unit, for tambah and pindah; without it at the root. */
  readonly di: string | undefined;
  /** NIP of an operator. */
  readonly oleh: string | undefined;
  readonly alasan: string | undefined;
}

/** Lists the tree, or asks for a change of it. @throws UsageError */
export async function unitCommand(
  tables: Trees,
  order: UnitOrder,
  print: (line: string) => void,
): Promise<void> {
  const { instansiId, words, oleh: nip, alasan = "" } = order;
  if (!(await tables.agencies.find(instansiId)))
    throw new UsageError(`Instansi ${instansiId} belum ada: pakai tambah.`);
  if (words.length === 0) {
    for (const line of await linesOf(tables, instansiId)) print(line);
    return;
  }
  if (nip === undefined || alasan.trim() === "")
    throw new UsageError("Sebut --oleh (NIP operator) dan --alasan.");
  const { id: employeeId } = await operatorWhoDecides(tables, { nip });
  const asked = { requestId: randomUUID(), reason: alasan };
  const approval = await inWords(async () => {
    const request = { ...asked, ...(await requestOf(tables, order)) };
    const change = await unitChangeOf(tables, instansiId, request);
    const by = { employeeId, instansiId, units: undefined };
    return await askUnitChange(tables, { ...asked, change, by, askedAs: "operator" });
  });
  print(
    `Diajukan (${approval.id}). Penyetuju instansi itu memutuskannya di halaman «Persetujuan» dalam 7 hari.`,
  );
}

type Change<Action extends UnitChangeRequest["action"]> = Omit<
  Extract<UnitChangeRequest, { readonly action: Action }>,
  "requestId" | "reason"
>;

/** What each verb asks for, with the names after it. */
async function requestOf(
  tables: Trees,
  { instansiId, words: [verb = "", first = "", second, ...more], di }: UnitOrder,
): Promise<Change<"add"> | Change<"rename"> | Change<"merge"> | Change<"move"> | Change<"close">> {
  const takesTwo = verb === "ganti-nama" || verb === "gabung";
  if (first === "" || more.length > 0 || takesTwo !== (second !== undefined))
    throw new UsageError(`Perintahnya salah.\n${unitUsage}`);
  const named = (name: string) => unitNamed(tables, instansiId, name);
  switch (verb) {
    case "tambah":
      return { action: "add", name: first, ...(di && { parent: await named(di) }) };
    case "ganti-nama":
      return { action: "rename", unit: await named(first), name: second ?? "" };
    case "gabung":
      return { action: "merge", unit: await named(first), into: second ?? "" };
    case "pindah":
      return { action: "move", units: [await named(first)], ...(di && { parent: di }) };
    case "tutup":
      return { action: "close", unit: await named(first) };
    default:
      throw new UsageError(`Perintahnya salah.\n${unitUsage}`);
  }
}

/** @throws UsageError when no unit has the name, however it is spelt */
async function unitNamed({ units }: Trees, instansiId: string, name: string) {
  const unit = await units.findByName(instansiId, name);
  if (!unit) throw new UsageError(`Tidak ada unit «${name}» di ${instansiId}.`);
  return { id: unit.id, name: unit.name };
}

const refusals: Readonly<Record<string, string>> = unitTexts.failures;
const problems: Readonly<
  Record<string, string | ((params: NonNullable<FieldProblem["params"]>) => string)>
> = problemTexts;

/** @throws UsageError of what the tree refuses */
async function inWords<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Conflict) throw new UsageError(refusals[error.code] ?? error.code);
    if (!(error instanceof InvalidInput)) throw error;
    throw new UsageError(error.problems.map(sentenceOf).join("\n"));
  }
}

function sentenceOf({ field, code, params = {} }: FieldProblem): string {
  const sentence = problems[code] ?? code;
  return `${fields[field] ?? field}: ${typeof sentence === "string" ? sentence : sentence(params)}`;
}

const fields: Readonly<Record<string, string>> = {
  name: unitTexts.name,
  into: unitTexts.into,
  parent: "--di",
  reason: "--alasan",
};

/** The tree as it stands, two blanks for each level; what people are on their way in says how far they are. */
async function linesOf(tables: Trees, instansiId: string): Promise<readonly string[]> {
  const all = new Map<string, OrgUnit>();
  for await (const unit of tables.units.all(instansiId)) all.set(unit.id, unit);
  if (all.size === 0) return ["Belum ada unit."];
  const below = Map.groupBy([...all.values()].toSorted(byName), ({ parent = "" }) =>
    all.has(parent) ? parent : "",
  );
  const lines: string[] = [];
  const walk = async (parent: string, depth: number): Promise<void> => {
    for (const unit of below.get(parent) ?? []) {
      lines.push("  ".repeat(depth) + unit.name + (await workText(tables, unit)));
      await walk(unit.id, depth + 1);
    }
  };
  await walk("", 0);
  return lines;
}

function byName(one: OrgUnit, other: OrgUnit): number {
  return one.name.localeCompare(other.name, "id");
}

async function workText({ bulks }: Trees, { workId }: OrgUnit): Promise<string> {
  const id = bulkId.safeParse(workId);
  const work = id.success ? await bulks.find(id.data) : undefined;
  if (!work) return "";
  const of = work.total === undefined ? "" : ` dari ${Math.max(work.total, work.done)}`;
  return ` (${work.state === "stopped" ? "berhenti" : "sedang diubah"}: ${work.done}${of} orang)`;
}
