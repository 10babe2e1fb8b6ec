import { expect, test } from "vitest";
import { PersonalData } from "./personal-data.ts";

function known(): PersonalData {
  const data = new PersonalData();
  data.add("NIP", "198706152010012003");
  data.add("name", "Siti Contohwati");
  data.add("e-mail address", "siti@contoh.example");
  data.add("token", "Zm9vYmFyYmF6");
  data.add("name", "Adi");
  return data;
}

test.each([
  ["NIP", '{"message":"x","nip":"198706152010012003"}'],
  ["name", "Sheet of SITI CONTOHWATI failed"],
  ["e-mail address", "to=siti@contoh.example"],
  ["token", "GET /v/Zm9vYmFyYmF6"],
])("a %s is found wherever it stands, and is not repeated", (kind, line) => {
  const leaks = known().leaksIn(["nothing", line]);

  expect(leaks.map((leak) => leak.kind)).toContain(kind);
  expect(leaks[0]?.line).toContain("█");
});

test.each([
  ["number like a NIP", "198001012005012001"],
  ["text like an e-mail address", "somebody.else@dinas.go.id"],
])("a %s is found, also when it is nobody's", (kind, value) => {
  const leaks = new PersonalData().leaksIn([`ask ${value}!`]);

  expect(leaks).toEqual([{ kind, line: "ask █!" }]);
});

test("our own ids, hashes, times and file names are no leaks", () => {
  const lines = [
    '{"level":"INFO","employeeId":"emp_cerita001","nip":"3f2a9c","at":"2026-11-26T02:59:00.000Z"}',
    "at Object.<anonymous> (/var/task/node_modules/@aws-sdk/client-s3/index.js:1:198706)",
    "adil makmur 20261126025900000",
  ];

  expect(known().leaksIn(lines)).toEqual([]);
});
