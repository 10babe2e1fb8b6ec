import { expect, test } from "vitest";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { CertificateContent } from "#shared/training/certificate.ts";
import type { SessionSheet, TrainingResult } from "#shared/training/training-result.ts";
import type {
  CertificateChange,
  WritableTrainingResults,
} from "#shared/training/training-results.ts";
import { learner } from "./training.ts";

const at = "2027-03-15T02:00:00.000Z";
const offer = "trn_arsip";
const series = { instansiId: "ins_contoh", year: 2027 };

export function aSheet(change: Partial<SessionSheet> = {}): SessionSheet {
  return { session: 0, marks: { [learner(1)]: "present" }, revision: 1, ...change };
}

const content: CertificateContent = {
  ...{ kind: "sttpp", title: "Surat Tanda Tamat Pendidikan dan Pelatihan" },
  ...{ number: "001/STTPP/T-01/III/2027", organiser: "BKPSDM Kabupaten Contoh" },
  ...{ name: "Siti Rahma, S.Kom.", nip: "198502122010012004", birth: "Mataram, 1985-02-12" },
  ...{ rank: "Penata, III/c", jabatan: "Arsiparis Ahli Muda", instansi: "Pemerintah Contoh" },
  ...{ qualification: "LULUS", predicate: "memuaskan", programme: "Pelatihan Arsip" },
  ...{ form: "Pelatihan teknis", batch: "I", from: "2027-03-10", until: "2027-03-12" },
  ...{ place: "Aula BKPSDM", jp: 20, jpWords: "dua puluh", issuedOn: "2027-03-15" },
  subjects: [{ name: "Kebijakan kearsipan", jp: 20 }],
};

export function aResult(change: Partial<TrainingResult> = {}): TrainingResult {
  return {
    ...{ offer, person: learner(1), passed: true, predicate: "memuaskan", revision: 1 },
    certificate: { content, issuedAt: at },
    ...change,
  };
}

export function aCertificateChange(change: Partial<CertificateChange> = {}): CertificateChange {
  return {
    learner: learner(1),
    learnt: {
      ...{ source: "own", number: content.number, name: content.programme, form: "teknis" },
      ...{ organiser: content.organiser, endedOn: "2027-03-12", jp: 20 },
    },
    number: { ...series, next: 1 },
    ...change,
  };
}

export function lineOfResult(subject: string, revision: number): AuditEntry {
  return {
    ...{ subjectId: `${subject}#${offer}`, revision, at, changes: [] },
    ...{ actor: { role: "officer", id: "emp_budi" }, action: "changed" },
  };
}

/** What every table of results does, the fake and the real one. `make` gives an empty table each time. */
export function trainingResultTableContract(make: () => Promise<WritableTrainingResults>): void {
  test("a session's list is found as it was saved, and not saved over", async () => {
    const results = await make();
    const second = aSheet({ revision: 2, marks: { [learner(1)]: "absent" } });
    await results.saveSheet(offer, aSheet(), lineOfResult("a", 1));
    await results.saveSheet(offer, second, lineOfResult("a", 2));

    expect(await results.sheets(offer)).toEqual([second]);
    expect(await results.sheets("trn_lain")).toEqual([]);
    await expect(results.saveSheet(offer, second, lineOfResult("a", 3))).rejects.toMatchObject({
      code: "record-changed",
    });
  });

  test("a certificate comes with its number and what its person has learnt, or not at all", async () => {
    const results = await make();
    await results.saveResult(aResult(), lineOfResult("a", 1), aCertificateChange());

    expect(await results.result(offer, learner(1))).toEqual(aResult());
    expect(await results.results(offer)).toEqual([aResult()]);
    expect(await results.learnt(learner(1))).toEqual([aCertificateChange().learnt]);
    expect(await results.lastNumber(series)).toBe(1);
    const other = aResult({ person: learner(2) });
    await expect(
      results.saveResult(
        other,
        lineOfResult("b", 1),
        aCertificateChange({ learner: learner(2), number: { ...series, next: 1 } }),
      ),
    ).rejects.toMatchObject({ code: "decision-raced" });
    expect(await results.result(offer, learner(2))).toBeUndefined();
    expect(await results.learnt(learner(2))).toEqual([]);
  });

  test("one that is withdrawn stays to be read, and keeps its number", async () => {
    const results = await make();
    const { number: _, ...change } = aCertificateChange();
    const learnt = { ...change.learnt, withdrawnOn: "2027-03-16" };
    const withdrawn = aResult({
      revision: 2,
      certificate: { content, issuedAt: at, withdrawnAt: at, reason: "Salah" },
    });
    await results.saveResult(aResult(), lineOfResult("a", 1), aCertificateChange());
    await results.saveResult(withdrawn, lineOfResult("a", 2), { ...change, learnt });

    expect(await results.result(offer, learner(1))).toEqual(withdrawn);
    expect(await results.learnt(learner(1))).toEqual([learnt]);
    expect(await results.lastNumber(series)).toBe(1);
  });

  test("what a claim counts is written once: not over a number of that year that is there", async () => {
    const results = await make();
    const { learnt } = aCertificateChange();
    const claimed = { ...learnt, source: "external", request: "req_1", jp: 4 } as const;
    const other = { ...claimed, number: "77/UGM", startedOn: "2027-03-01" };
    const counting = async (entry: typeof claimed, session: number) =>
      await write(results, results.counting(learner(1), entry), session);
    await counting(other, 1);
    expect(await results.learnt(learner(1))).toEqual([other]);
    await results.saveResult(aResult(), lineOfResult("a", 1), aCertificateChange());
    await expect(counting(claimed, 2)).rejects.toMatchObject({ code: "request-outdated" });
    expect(await results.learnt(learner(1))).toContainEqual(learnt);
  });
}

/** As a request does, in a transaction with another write. */
async function write(results: WritableTrainingResults, step: JoinedWrite, session: number) {
  const { number: _, ...own } = aCertificateChange({ learner: learner(9) });
  const result = aResult({ offer: `trn_klaim${session}` });
  await results.saveResult(result, lineOfResult(`klaim${session}`, 1), { ...own, others: [step] });
}
