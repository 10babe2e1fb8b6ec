import { h } from "preact";
import { render } from "preact-render-to-string";
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

function starred(kind: EmployeeAnswer["kind"]): (string | undefined)[] {
  const html = render(h(EmployeeFields, { employee: { ...employee, kind }, draft: undefined }));
  return [...html.matchAll(/<label for="(\w+)">[^<]* \*<\/label>/g)].map(([, name]) => name);
}

test("a star stands at every field that a record of this kind must have, and at no other", () => {
  const ofAll = ["name", "golongan", "jabatan", "unitKerja", "email"];

  expect(starred("PNS")).toEqual([...ofAll, "reason"]);
  expect(starred("PPPK")).toEqual([...ofAll, "contractEnd", "reason"]);
});
