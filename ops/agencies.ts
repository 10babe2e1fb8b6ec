/** The agencies as the operators' command line says them. */
import * as z from "zod";
import type { WritableAgencies } from "#shared/agency/agencies.ts";
import {
  type Agency,
  type AgencyDetails,
  agencyId,
  detailsOf,
  isSaidAlike,
} from "#shared/agency/agency.ts";
import { longestOfAgency } from "#shared/agency/agency-rules.ts";
import {
  addAgency,
  changeAgency,
  checkedDetails,
  refuseTakenName,
} from "#shared/agency/change-agency.ts";
import type { StartNames } from "#shared/agency/name-work.ts";
import { unfitting } from "#shared/card/design/fit-agency.ts";
import { emblemNames, paletteNames } from "#shared/card/design/template.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, type FieldProblem, InvalidInput } from "#shared/runtime/errors.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { usualZone, zones } from "#shared/runtime/zone.ts";
import { id as problemTexts } from "../web/src/messages/id/fields.ts";
import { UsageError } from "./command.ts";

/** @param most letters */
function text(most: number) {
  return z
    .string("wajib diisi")
    .trim()
    .min(1, "wajib diisi")
    .max(most, `paling banyak ${most} huruf`);
}

/** What is said of an agency; of one that is there, what is not said stays. */
export const saidAgency = z.strictObject({
  id: agencyId,
  nama: text(longestOfAgency.name),
  zona: z.enum(zones, `pilih ${zones.join(", ")}`).optional(),
  /** One of the template's emblems. */
  lambang: z.string().optional(),
  /** One of the template's palettes. */
  warna: z.string().optional(),
  /** Of its office, in the head of its letters; "" is none. */
  alamat: z.string().optional(),
  /** What the back of a card says to its finder; "" is the template's text again, as for the two below. */
  kontak: z.string().optional(),
  penemu: z.string().optional(),
  penerbit: z.string().optional(),
  subjudul: z.string().optional(),
});
export type SaidAgency = z.infer<typeof saidAgency>;

interface Writing {
  readonly agencies: WritableAgencies;
  readonly clock: Clock;
}

/** At whose word, and why. */
interface Decided {
  readonly by?: Id<"emp"> | undefined;
  readonly reason?: string | undefined;
}

/**
 * Adds an agency, unless it is there.
 * @returns whether it was added
 * @throws UsageError when an emblem or a palette is not there, a text has no room on a card, or another agency has the name
 */
export async function writeAgency(
  world: Writing,
  said: SaidAgency,
  { by: id, reason }: Decided = {},
): Promise<boolean> {
  if (await world.agencies.find(said.id)) return false;
  const details = detailsFrom(said, undefined);
  const by = { role: "operator", ...(id !== undefined && { id }) } as const;
  const why = reason === undefined ? {} : { reason };
  await inWords(details, async () => {
    await addAgency({ ...world, unfitting }, { id: said.id, details, by, ...why });
  });
  return true;
}

/**
 * Writes what is said anew of an agency; its records follow a new name.
 * @returns whether anything changed
 * @throws UsageError as writeAgency, and for a new name that nobody answers for
 */
export async function changeSaidAgency(
  world: Writing & StartNames,
  { old, said }: { readonly old: Agency; readonly said: SaidAgency },
  { by: id, reason }: Decided,
): Promise<boolean> {
  const details = detailsFrom(said, old);
  if (isSame(details, detailsOf(old))) return false;
  if (!isSaidAlike(details, old) && (id === undefined || reason === undefined))
    throw new UsageError(
      "Nama atau zona baru ditulis ke data dan riwayat setiap pegawai: sebut --oleh (NIP operator) dan --alasan.",
    );
  const by = { role: "operator", ...(id !== undefined && { id }) } as const;
  const why = reason === undefined ? {} : { reason };
  await inWords(details, async () => {
    const { revision } = old;
    await changeAgency({ ...world, unfitting }, { id: old.id, revision, details, by, ...why });
  });
  return true;
}

/**
 * What `kartu init` demands before it asks or writes anything else.
 * @throws UsageError as writeAgency; or when the agency is there and differs, because init changes nothing that is there
 */
export async function demandNewOrSame(
  { agencies }: Pick<Writing, "agencies">,
  said: SaidAgency,
): Promise<void> {
  const old = await agencies.find(said.id);
  const details = detailsFrom(said, old);
  if (old && !isSame(details, detailsOf(old)))
    throw new UsageError(
      `Instansi ${said.id} sudah ada dan berbeda. Ubah dengan kartu instansi ubah, atau tulis seperti yang ada.`,
    );
  await inWords(details, async () => {
    const { name } = checkedDetails(details, unfitting);
    await refuseTakenName(agencies, { id: said.id, name }, old);
  });
}

/** @throws UsageError of what is wrong with the details */
async function inWords(details: AgencyDetails, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof Conflict && error.code === "agency-name-taken")
      throw new UsageError(`Nama «${details.name}» sudah dipakai instansi lain.`);
    if (!(error instanceof InvalidInput)) throw error;
    throw new UsageError(error.problems.map((each) => sentenceOf(each, details)).join("\n"));
  }
}

function detailsFrom(said: SaidAgency, old: Agency | undefined): AgencyDetails {
  const { nama, zona, lambang, warna } = said;
  const emblem = lambang ?? old?.emblem;
  const palette = warna ?? old?.palette;
  const address = said.alamat ?? old?.address;
  const wanted = {
    subtitle: said.subjudul ?? old?.texts.subtitle,
    contact: said.kontak ?? old?.texts.contact,
    finder: said.penemu ?? old?.texts.finder,
    issuerHeading: said.penerbit ?? old?.texts.issuerHeading,
  };
  return {
    name: nama,
    zone: zona ?? old?.zone ?? usualZone,
    ...(address && { address }),
    ...(emblem !== undefined && { emblem }),
    ...(palette !== undefined && { palette }),
    texts: Object.fromEntries(Object.entries(wanted).filter(([, each]) => each)),
  };
}

function isSame(one: AgencyDetails, other: AgencyDetails): boolean {
  const parts = ({ name, zone, address, emblem, palette, texts }: AgencyDetails) =>
    JSON.stringify([name, zone, address, emblem, palette, Object.entries(texts).sort()]);
  return parts(one) === parts(other);
}

/** The words of the command line for the fields of an agency. */
const words: Readonly<Record<string, string>> = {
  name: "nama",
  address: "alamat",
  contact: "kontak",
  finder: "penemu",
  issuerHeading: "penerbit",
  subtitle: "subjudul",
};
const texts: Readonly<
  Record<string, string | ((params: NonNullable<FieldProblem["params"]>) => string)>
> = problemTexts;

function sentenceOf(
  { field, code, params = {} }: FieldProblem,
  { emblem, palette }: AgencyDetails,
): string {
  if (field === "emblem")
    return `Lambang ${emblem} tidak ada. Yang ada: ${emblemNames.join(", ")}.`;
  if (field === "palette")
    return `Warna ${palette} tidak ada. Yang ada: ${paletteNames.join(", ")}.`;
  const word = words[field] ?? field;
  if (code === "no-room-on-card") return `Tidak muat pada kartu: ${word}.`;
  const sentence = texts[code] ?? code;
  return `${word}: ${typeof sentence === "string" ? sentence : sentence(params)}`;
}
