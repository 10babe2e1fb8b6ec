import { describe, expect, test } from "vitest";
import { sampleImports } from "../../../local/demo/sample-imports.ts";
import { compareWhole, judgeWhole } from "../../support/whole-file.ts";

const samples = await sampleImports();

function bytesOf(fileName: string) {
  const sample = samples.find((each) => each.fileName === fileName);
  return new Uint8Array(sample?.bytes ?? []);
}

describe("files to try the import with", () => {
  test.each(["pegawai-contoh.xlsx", "pegawai-contoh.csv"])("%s has nothing wrong", async (name) => {
    const file = await judgeWhole(bytesOf(name));
    expect(file.people.length).toBe(300);
    expect(new Set(file.people.map(({ kind }) => kind))).toEqual(
      new Set(["PNS", "PPPK", "PPPK-PW"]),
    );
    expect(file.problems).toEqual([]);
  });

  test("one has a fault in each of its first rows", async () => {
    const bytes = bytesOf("pegawai-bermasalah.csv");
    const file = await judgeWhole(bytes);
    const rows = new Set(file.problems.map(({ row }) => row));
    expect([...rows]).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect((await compareWhole(bytes)).newcomers.length).toBe(22);
  });
});
