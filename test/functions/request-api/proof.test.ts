/** A proof of a request: what it says, to whom it is given, and what its QR tells anybody. */
import { expect, test } from "vitest";
import { askClarification, submit, withdraw } from "#shared/request/move-request.ts";
import type { Request } from "#shared/request/request.ts";
import { proofWords } from "../../../functions/request-api/proof-words.ts";
import { proofContent } from "../../../functions/request-api/request-proof.ts";
import { id as verifyResult } from "../../../web/src/messages/id/verify-result.ts";
import { anEmployee } from "../../support/builders.ts";
import { aDraft, aRequest, chainOfTwo } from "../../support/requests.ts";

const siti = anEmployee({ id: "emp_siti" });
const at = (hour: number) => new Date(Date.UTC(2026, 10, 21, hour));

const asked: Request = submit(aDraft({ id: "req_7q2mk9xdfa0000000000000000" }), {
  ...{ at: at(3), by: siti.id, files: ["evd_ijazah"], chain: chainOfTwo },
  content: { values: { gelarBelakang: "M.Kom." }, old: { gelarBelakang: "" }, note: "Ijazah 12" },
});

const spoken = (request: Request) => JSON.stringify(proofContent(request, siti, at(7)));

test("it says what was asked, by whom, when, what its files are, where it lies and until when", () => {
  const { number, subject, facts, parts } = proofContent(asked, siti, at(4));

  expect([number, subject]).toEqual(["7Q2MK-9XDFA", "Perubahan data pegawai: diajukan"]);
  expect(Object.fromEntries(facts)).toEqual({
    Pemohon: "Siti Rahma, S.Kom.",
    NIP: "19850212 201001 2 004",
    "Unit kerja": siti.unitKerja,
    "Diajukan pada": "21 November 2026 10.00 WIB",
    Keadaan: "Diajukan",
    Sejak: "21 November 2026 10.00 WIB",
    "Dipegang oleh": "Petugas instansi",
    "Paling lambat": "23 November 2026 10.00 WIB",
  });
  expect(parts).toEqual([
    {
      title: "Yang diajukan",
      pairs: [
        ["Gelar belakang", "semula «(kosong)», menjadi «M.Kom.»"],
        ["Keterangan", "Ijazah 12"],
      ],
    },
    { title: "Berkas bukti", pairs: [["Nomor berkas 1", "evd_ijazah"]] },
    {
      title: "Riwayat pengajuan",
      pairs: [["21 November 2026 10.00 WIB", "Diajukan (pemohon)"]],
    },
  ]);
});

test("it promises no more of its QR than the answer says: who forges its name passes", () => {
  expect(proofWords.check).toContain("bukan nama dan isinya");
  expect(verifyResult.results.document.next).toContain("Nama dan isi di kertas tidak diperiksa");
});

test("what officers did is told with their reasons, and nobody's name", () => {
  const question = { code: "bts" as const, reason: "Ijazah belum terbaca." };
  const said = spoken(askClarification(asked, { at: at(5), by: "emp_petugas", ...question }));

  expect(said).toContain(
    "Klarifikasi diminta (petugas instansi). Berkas bukti (BTS). Ijazah belum terbaca.",
  );
  expect(said).not.toContain("emp_petugas");

  const other = { code: "other" as const, reason: "Nomornya?" };
  const about = spoken(askClarification(asked, { at: at(5), by: "emp_petugas", ...other }));
  expect(about).toContain("Hal lain. Nomornya?");
  expect(about).not.toContain("Alasan lain");
});

test("of what has ended it says how, and nobody has it any more", () => {
  const { subject, facts } = proofContent(withdraw(asked, { at: at(6), by: siti.id }), siti, at(7));

  expect(subject).toBe("Perubahan data pegawai: ditarik");
  expect(facts.map(([label]) => label)).not.toContain("Dipegang oleh");
  expect(facts.map(([label]) => label)).not.toContain("Paling lambat");
});

test("of a look at the photo it says why, of a report what is wrong and what is right", () => {
  const photo = { why: "unlike", note: "Rambut lain", photoId: "pho_siti" };
  const of = (kind: string, content: Request["content"]) => {
    const { subject, parts } = proofContent(
      aRequest({ kind, content, person: siti.id }),
      siti,
      at(4),
    );
    return [subject, parts[0]?.pairs];
  };

  expect(of("new-photo", photo)).toEqual([
    "Foto kartu: diajukan",
    [
      ["Alasan", "Foto tidak mirip lagi"],
      ["Keterangan", "Rambut lain"],
    ],
  ]);
  expect(of("wrong-data", { field: "tmt", stood: "2010-01-01", right: "2011-01-01" })).toEqual([
    "Laporan data yang salah: diajukan",
    [["TMT", "semula «2010-01-01», menjadi «2011-01-01»"]],
  ]);
});

test("a question that was not answered in time has ended it", () => {
  const open = askClarification(asked, { at: at(5), by: "emp_petugas", reason: "Nomornya?" });
  const late = new Date("2026-12-30T00:00:00.000Z");

  expect(proofContent(open, siti, late).subject).toBe("Perubahan data pegawai: kedaluwarsa");
});
