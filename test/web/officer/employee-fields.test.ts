import { h } from "preact";
import { renderToStringAsync as render } from "preact-render-to-string";
import { expect, test } from "vitest";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { EmployeeFields } from "../../../web/src/officer/employee-fields.tsx";

const employee: EmployeeAnswer = {
  ...{
    id: "emp_1",
    nip: "19850212 202421 2 004",
    name: "Siti Contohwati",
    bareName: "Siti Contohwati",
  },
  ...{ kind: "PPPK", golongan: "IX", jabatan: "Perawat", unitKerja: "RSUD Contoh" },
  ...{ instansi: "Pemerintah Contoh", kedudukanHukum: "71", status: "active", tmt: "2024-03-01" },
  ...{ email: "siti@contoh.example", contractEnd: "2029-02-28" },
  ...{ revision: 1, hasPhoto: true, history: { items: [] } },
};

async function starred(
  kind: EmployeeAnswer["kind"],
  of: EmployeeAnswer = employee,
): Promise<(string | undefined)[]> {
  const html = await render(h(EmployeeFields, { employee: { ...of, kind }, draft: undefined }));
  return [...html.matchAll(/<label for="(\w+)">[^<]* \*<\/label>/g)].map(([, name]) => name);
}

test("a star stands at every field that a record of this kind must have, and at no other", async () => {
  const ofAll = ["name", "golongan", "jabatan", "unitKerja", "email"];

  expect(await starred("PNS")).toEqual([...ofAll, "reason"]);
  expect(await starred("PPPK")).toEqual([...ofAll, "contractEnd", "reason"]);
});

test("what a record may lack has a star as soon as the record has it", async () => {
  const { email: _, contractEnd: __, golongan: ___, ...bare } = employee;

  expect(await starred("PPPK-PW", bare)).toEqual(["name", "jabatan", "unitKerja", "reason"]);
  expect(await starred("PPPK-PW", { ...bare, email: "siti@contoh.example" })).toContain("email");
  expect(await starred("PPPK-PW", { ...bare, contractEnd: "2026-12-31" })).toContain("contractEnd");
  const html = await render(
    h(EmployeeFields, { employee: { ...bare, kind: "PPPK-PW" }, draft: undefined }),
  );
  expect(html).toContain("<option value selected>");
});
