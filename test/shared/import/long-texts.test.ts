import { expect, test } from "vitest";
import { judgeWhole } from "../../support/whole-file.ts";
import { siasnCsv } from "./siasn-files.ts";

const long = 20_000;

test("however long a file's texts are, what is told of them is short: an answer holds two hundred problems", async () => {
  const [first = "", ...rest] = new TextDecoder()
    .decode(
      siasnCsv(
        { "INSTANSI KERJA": `Pemerintah ${"X".repeat(long)}` },
        { "INSTANSI KERJA": "Pemerintah Kota Lain", NAMA: "Ayu".repeat(long), "NIP BARU": "1" },
      ),
    )
    .split("\r\n");
  // Signs do not count in a heading.
  const headings = first
    .split(";")
    .map((heading) => (heading === "NIP BARU" ? `${heading}${".".repeat(long)}` : heading));
  const file = new TextEncoder().encode(
    [[...headings, "Y".repeat(long)].join(";"), ...rest].join("\r\n"),
  );

  const { problems } = await judgeWhole(file);
  expect(problems.map(({ code }) => code)).toEqual([
    ...["column-unknown", "nip-malformed", "too-long", "instansi-differs"],
  ]);
  for (const problem of problems)
    expect(JSON.stringify(problem).length, problem.code).toBeLessThan(3_000);
});
