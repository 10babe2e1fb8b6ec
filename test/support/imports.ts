import { type Import, noCounts } from "#shared/import/import.ts";

/** A judged file of Contoh's. */
export function anImport(change: Partial<Import> = {}): Import {
  return {
    id: "imp_0123456789abcdefghjkmnpqrs",
    instansiId: "ins_contoh",
    instansi: "Pemerintah Kabupaten Contoh",
    askedBy: "emp_budi",
    fileName: "pegawai.xlsx",
    state: "judged",
    judgement: {
      fileDigest: "f1",
      folder: "results/imp_0123456789abcdefghjkmnpqrs/1",
      resultsDigest: "r1",
      rows: 3,
      counts: { ...noCounts, new: 2, changed: 1 },
      hasMarkedFile: false,
    },
    at: "2026-11-21T03:00:00.000Z",
    ...change,
  };
}
