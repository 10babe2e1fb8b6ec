import { describe, expect, test } from "vitest";
import { compareRecords } from "#shared/import/compare-records.ts";
import { judgeFile } from "#shared/import/judge-file.ts";
import { sampleImports } from "../../../local/demo/sample-imports.ts";

const samples = await sampleImports();

async function judged(fileName: string) {
  const sample = samples.find((each) => each.fileName === fileName);
  return await judgeFile(new Uint8Array(sample?.bytes ?? []), { year: 2026 });
}

describe("files to try the import with", () => {
  test.each(["pegawai-contoh.xlsx", "pegawai-contoh.csv"])("%s has nothing wrong", async (name) => {
    const file = await judged(name);
    expect(file.people.length).toBe(300);
    expect(new Set(file.people.map(({ kind }) => kind))).toEqual(
      new Set(["PNS", "PPPK", "PPPK-PW"]),
    );
    expect(file.problems).toEqual([]);
  });

  test("one has a fault in each of its first rows", async () => {
    const file = await judged("pegawai-bermasalah.csv");
    const rows = new Set(file.problems.map(({ row }) => row));
    expect([...rows]).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(compareRecords(file, []).newcomers.length).toBe(22);
  });
});
