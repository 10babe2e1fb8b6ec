import type { Employee } from "#shared/employee/employee.ts";
import type { LetterContext } from "#shared/letter/check-letter.ts";
import type { LetterWords } from "#shared/letter/letter.ts";
import type { ProfileDetails } from "#shared/letter/letter-profile.ts";
import { usualProfile } from "#shared/letter/usual-profile.ts";
import type { Post } from "#shared/post/post.ts";
import { anEmployee } from "./builders.ts";
import { aPost } from "./post-table-contract.ts";

const letterNow = new Date("2026-12-01T02:00:00.000Z");

/** An assignment of one; say only what your test is about. */
export function letterWords(change: Partial<LetterWords> = {}): LetterWords {
  return {
    ...({ kind: "tugas", hal: "Pendampingan pemutakhiran data", urgency: "biasa" } as const),
    ...({ classification: "800.1.11.1", secrecy: "B", people: ["emp_siti"] } as const),
    ...{ considering: [], basis: ["DPA BKPSDM Tahun Anggaran 2026"] },
    ...{ tasks: ["Mendampingi pemutakhiran data di Kecamatan Contoh, 7 Desember 2026"] },
    ...{ income: [], purpose: "", to: [], items: [], text: "", copies: [] },
    ...({ post: "pst_kepala", onBehalf: [] } as const),
    ...change,
  };
}

/** A statement that somebody is in active service. */
export function statementWords(change: Partial<LetterWords> = {}): LetterWords {
  return letterWords({
    ...({ kind: "keterangan-aktif", hal: "Keterangan aktif bekerja" } as const),
    ...{ classification: "800.1.10", basis: [], tasks: [], purpose: "pengajuan KPR" },
    ...change,
  });
}

export const kepala = aPost({ id: "pst_kepala", title: "Kepala BKPSDM", holder: "emp_ani" });
export const sekretaris = aPost({
  ...({ id: "pst_sekretaris", title: "Sekretaris", holder: "emp_tono" } as const),
  above: "pst_kepala",
});
export const kabid = aPost({
  ...({ id: "pst_kabid", title: "Kepala Bidang Mutasi", holder: "emp_rudi" } as const),
  above: "pst_sekretaris",
});

export function letterContext(
  people: readonly Employee[] = [anEmployee()],
  posts: readonly Post[] = [kepala, sekretaris, kabid],
): LetterContext {
  return {
    ...{ instansiId: "ins_contoh", acting: { person: "emp_ani" }, now: letterNow },
    people: new Map(people.map((each) => [each.id, each])),
    posts: new Map(posts.map((each) => [each.id, each])),
  };
}

export function aProfile(change: Partial<ProfileDetails> = {}): ProfileDetails {
  return { ...usualProfile, place: "Mataram", unit: "BKPSDM", ...change };
}
