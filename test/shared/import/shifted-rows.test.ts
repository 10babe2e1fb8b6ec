import { expect, test } from "vitest";
import { judgeWhole } from "../../support/whole-file.ts";
import { siasnCsv } from "./siasn-files.ts";

test.each(["UNOR", "JABATAN"])(
  "a separator within %s, that nobody quoted, is told as a shifted row",
  async (column) => {
    const text = new TextDecoder().decode(siasnCsv({ [column]: "Seksi Umum dan Arsip" }));
    const spoiled = new TextEncoder().encode(
      text.replace("Seksi Umum dan Arsip", "Seksi Umum; Arsip"),
    );

    const { people, problems } = await judgeWhole(spoiled);
    expect(people).toEqual([]);
    expect(problems).toMatchObject([{ row: 2, code: "columns-shifted", severity: "error" }]);
  },
);
