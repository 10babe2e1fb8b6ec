/** The agencies of this checkout: they lie in the template of the card, because name, emblem and contact are printed. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { parseTemplates, type Templates, templateFor } from "#shared/card/design/template.ts";
import { misfitsOf } from "#shared/card/design/template-fit.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { measure } from "#shared/render/fonts.ts";
import { zones } from "#shared/runtime/zone.ts";
import { UsageError } from "./command.ts";

/** Where the template is; a test has its own. */
export const templateFile = join("shared", "card", "template.json");

/** @param most letters */
function text(most: number) {
  return z
    .string("wajib diisi")
    .trim()
    .min(1, "wajib diisi")
    .max(most, `paling banyak ${most} huruf`);
}

export const agencyDetails = z.strictObject({
  /** As `instansiId` of its records. */
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, "huruf kecil, angka, - dan _, paling banyak 40"),
  nama: text(60),
  zona: z.enum(zones, `pilih ${zones.join(", ")}`).optional(),
  /** One of the template's emblems. */
  lambang: z.string().optional(),
  /** What the back of a card says to its finder. */
  kontak: text(160).optional(),
});
export type AgencyDetails = z.infer<typeof agencyDetails>;

export function readAgencies(file: string): Templates {
  return parseTemplates(JSON.parse(readFileSync(file, "utf8")));
}

/**
 * Writes an agency into the template: a new one, or what is said anew of one that is there; the rest of it stays.
 * @returns whether anything changed
 * @throws UsageError as planAgency
 */
export function writeAgency(file: string, details: AgencyDetails): boolean {
  const text = readFileSync(file, "utf8");
  const { agencies, change } = planAgency(text, details);
  if (change !== "none") replaceAgencies(file, text, agencies);
  return change !== "none";
}

/**
 * What `kartu init` demands before it asks or writes anything else.
 * @throws UsageError as planAgency; or when the agency is there and differs, because init changes nothing that is there
 */
export function demandNewOrSame(file: string, details: AgencyDetails): void {
  const { change } = planAgency(readFileSync(file, "utf8"), details);
  if (change === "differs")
    throw new UsageError(
      `Instansi ${details.id} sudah ada dan berbeda. Ubah dengan kartu instansi ubah, atau tulis seperti yang ada.`,
    );
}

interface Plan {
  readonly agencies: WrittenAgencies["agencies"];
  readonly change: "none" | "new" | "differs";
}

/**
 * @param text of the template
 * @throws UsageError when an emblem is not there, or a text has no room on a card
 */
function planAgency(text: string, { id, nama, zona, lambang, kontak }: AgencyDetails): Plan {
  const before = writtenAgencies.parse(JSON.parse(text));
  const old = before.agencies[id];
  const texts = {
    ...writtenTexts.parse(old?.texts),
    ...(kontak !== undefined && { contact: kontak }),
  };
  const agency = {
    ...old,
    name: nama,
    ...(zona !== undefined && { zone: zona }),
    ...(lambang !== undefined && { emblem: lambang }),
    ...(Object.keys(texts).length > 0 && { texts }),
  };
  const agencies = { ...before.agencies, [id]: agency };
  if (JSON.stringify(agency) === JSON.stringify(old)) return { agencies, change: "none" };
  demandRoom({ ...before, agencies }, id);
  return { agencies, change: old ? "differs" : "new" };
}

/** As they are written, in their order: the template's version is a digest of it. */
const writtenAgencies = z.looseObject({
  emblems: z.record(z.string(), z.unknown()),
  agencies: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const writtenTexts = z.record(z.string(), z.unknown()).default({});
type WrittenAgencies = z.infer<typeof writtenAgencies>;

function demandRoom(written: WrittenAgencies, id: string): void {
  const { emblem } = written.agencies[id] ?? {};
  if (emblem !== undefined && !Object.hasOwn(written.emblems, String(emblem)))
    throw new UsageError(
      `Lambang ${emblem} tidak ada. Yang ada: ${Object.keys(written.emblems).join(", ")}.`,
    );
  const templates = parseTemplates(written);
  const misfits = employeeKinds.flatMap((kind) =>
    misfitsOf(templateFor(id, kind, templates), measure),
  );
  if (misfits.length > 0) throw new UsageError(`Tidak muat pada kartu: ${misfits.join(" ")}`);
}

/** Only this part of the file is written anew, so that the rest stays as its designers wrote it. */
function replaceAgencies(file: string, text: string, agencies: WrittenAgencies["agencies"]): void {
  const at = text.indexOf('\n  "agencies": {');
  if (at < 0) throw new UsageError(`Bagian terakhir ${file} bukan "agencies".`);
  const part = JSON.stringify({ agencies }, undefined, 2).slice(1);
  writeFileSync(file, `${text.slice(0, at)}${part}\n`);
  const biome = join("node_modules", "@biomejs", "biome", "bin", "biome");
  spawnSync(process.execPath, [biome, "format", "--write", file], { stdio: "ignore" });
}
