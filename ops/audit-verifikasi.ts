import { parseArgs } from "node:util";
import type { HistoryFault, HistoryFaultCode } from "#shared/audit/history-fault.ts";
import { SealBucket } from "#shared/audit/seal-bucket.ts";
import { SealKey } from "#shared/audit/seal-key.ts";
import { StoredEntriesTable } from "#shared/audit/stored-entries-table.ts";
import { type Verified, type VerifyHistory, verifyHistory } from "#shared/audit/verify-history.ts";
import { WrittenEntriesTable } from "#shared/audit/written-entries-table.ts";
import { HistoryHeadTable } from "#shared/employee/history-head-table.ts";
import { type Command, UsageError } from "./command.ts";
import { type Cloud, findCloud } from "./find-cloud.ts";
import { readOutputs } from "./stack-outputs.ts";

/** So many faults are shown; the others are counted. */
const shown = 20;

export const auditVerifikasi: Command = {
  usage: `kartu audit-verifikasi [--orang ID] [--outputs cdk-outputs.json] [--home .kartu]

Memeriksa bahwa riwayat masih seperti ketika ditulis: rantai riwayat setiap pegawai, tanda tangan dan urutan segel per jam, dan setiap
entri yang disegel. Yang diubah, hilang, ditukar, atau disisipkan disebut dengan pegawai, revisi, dan kodenya; perintah lalu berakhir
dengan kode 1. Nilai yang dihapus menurut UU PDP bukan kesalahan.
--orang: id seorang pegawai (emp_…), seperti pada alamat halamannya; hanya riwayatnya yang diperiksa.`,

  async run(args, print) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        orang: { type: "string" },
        outputs: { type: "string" },
        home: { type: "string", default: ".kartu" },
      },
    });
    const cloud = await findCloud(values);
    if (!cloud) throw new UsageError("Tidak ada yang diterapkan dari sini: sebut --outputs.");
    const begun = Date.now();
    const check = await connect(cloud);
    if (values.orang && !(await check.head(values.orang)))
      throw new UsageError(`Tidak ada pegawai dengan id ${values.orang}.`);
    const counts = { people: 0, chained: 0, before: 0, erased: 0, seals: 0, sealed: 0 };
    let faults = 0;
    for await (const fault of verifyHistory(check, { about: values.orang, counts })) {
      faults += 1;
      if (faults <= shown) print(described(fault));
    }
    print(summary(counts, Date.now() - begun));
    if (faults > 0) throw new UsageError(`Riwayat TIDAK utuh: ${faults} kesalahan.`);
    print("Riwayat utuh.");
  },
};

const said: Readonly<Record<HistoryFaultCode, string>> = {
  "entry-altered": "pelaku, waktu, tindakan, atau kolomnya diubah",
  "value-altered": "nilai atau alasannya diubah",
  "value-erased": "nilainya dihapus, padahal data orang itu tidak dihapus menurut aturan",
  "entry-replaced": "entri ini bukan yang dirangkai atau disegel",
  "entry-missing": "entri ini hilang",
  "entry-reordered": "entri ini tertukar dengan revisi lain",
  "entry-inserted": "entri ini disisipkan: tidak ada dalam rantai atau segel mana pun",
  "seal-forged": "segel ini tidak ditandatangani oleh kunci kita, atau isinya diubah",
  "seal-missing": "segel sebelum yang ini hilang",
  "seal-touched": "segel ini dihapus atau ditimpa; yang asli masih terkunci di bucket",
  "sealing-late": "riwayat sesudah saat ini belum disegel, padahal sudah tiga jam",
};

function described({ code, subjectId, revision, seal }: HistoryFault): string {
  const where = subjectId === undefined ? (seal ?? "segel") : `${subjectId} revisi ${revision}`;
  return `${code}: ${where}: ${said[code]}`;
}

function summary({ people, chained, before, erased, seals, sealed }: Verified, ms: number): string {
  return (
    `Diperiksa: ${chained} entri dalam rantai ${people} pegawai (${before} dari sebelum ada rantai, ${erased} nilai sudah ` +
    `dihapus), ${sealed} entri dalam ${seals} segel; ${(ms / 1000).toFixed(1)} detik.`
  );
}

async function connect({ outputs, db, s3, kms }: Cloud): Promise<VerifyHistory> {
  const names = readOutputs(outputs, ["AuditTable", "EmployeeTable", "SealBucket", "SealKey"]);
  const entries = new StoredEntriesTable(db, names.AuditTable);
  const heads = new HistoryHeadTable(db, names.EmployeeTable);
  return {
    heads: () => heads.heads(),
    head: (id) => heads.head(id),
    history: (id) => entries.history(id),
    keys: () => entries.keys(),
    entries,
    written: new WrittenEntriesTable(db, names.AuditTable),
    seals: new SealBucket(s3, names.SealBucket),
    publicKey: await new SealKey(kms, names.SealKey).publicKey(),
    now: new Date(),
  };
}
