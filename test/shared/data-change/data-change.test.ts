/** A holder proposes other values: from what is typed to the record, by the catalogue's rules. */
import { expect, test } from "vitest";
import { dataChange, dataChanges } from "#shared/data-change/data-change.ts";
import { fieldsOfGroup, needsFile } from "#shared/data-change/proposed-fields.ts";
import { fieldKeys, groupOf } from "#shared/employee/fields.ts";
import type { DecidedValues } from "#shared/employee/record-change.ts";
import { submitRequest } from "#shared/request/ask-request.ts";
import { decideRequest } from "#shared/request/decide-request.ts";
import { standingOf } from "#shared/session/require-session.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { change, EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { freezesInMemory } from "../../support/freezes.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";
import { actsInNone, aGrant, RolesInMemory } from "../../support/roles-in-memory.ts";

const siti = anEmployee({ id: "emp_siti" });
const officer = (id: "emp_oka" | "emp_tuti", last: number) =>
  anEmployee({ id, nip: aNip(`1985021220100120${last}`), email: `${id}@contoh.example` });

function world() {
  const clock = new FakeClock();
  const employees = new EmployeesInMemory(siti, officer("emp_oka", 21), officer("emp_tuti", 22));
  const roles = new RolesInMemory();
  roles.set("emp_oka", aGrant("petugas"));
  roles.set("emp_tuti", aGrant("penyetuju"));
  const requests = new RequestsInMemory(employees.history);
  const api = {
    ...{ requests, employees, clock, limits: new LimitsInMemory() },
    freezes: freezesInMemory(clock).freezes,
    kinds: { "data-change": dataChanges({ requests, employees, roles, clock }) },
    actsIn: actsInNone,
    standingOf: (id: typeof siti.id) => standingOf({ employees, roles, clock }, id),
  };
  const submit = async (
    values: DecidedValues,
    files: readonly `evd_${string}`[] = ["evd_sk"],
    key = "k",
    person = siti,
  ) =>
    submitRequest(api, {
      key,
      kind: "data-change",
      content: { values, note: "SK terlampir" },
      files,
      person,
    });
  const agree = async (id: `req_${string}`, by: "emp_oka" | "emp_tuti") => {
    const { version = 0 } = (await requests.find(id)) ?? {};
    const { grants } = await roles.find(by);
    const who = { employeeId: by, instansiId: siti.instansiId, roles: grants };
    clock.advance({ minutes: 1 });
    return decideRequest(api, { id, version, by: who, decision: { act: "agree" } });
  };
  return { ...api, api, roles, submit, agree };
}

test("what takes two is verified by a petugas and approved by a penyetuju, and stands in the record with both", async () => {
  const { submit, agree, employees } = world();
  const sent = await submit({ gelarBelakang: "S.Kom., M.T." });
  expect(sent.chain.map(({ role }) => role)).toEqual(["petugas", "penyetuju"]);
  expect(dataChange.parse(sent.content)).toEqual({
    ...{ values: { gelarBelakang: "S.Kom., M.T." }, old: { gelarBelakang: "S.Kom." } },
    note: "SK terlampir",
  });
  await agree(sent.id, "emp_oka");
  expect((await employees.find(siti.id))?.gelarBelakang).toBe("S.Kom.");
  await agree(sent.id, "emp_tuti");

  expect(await employees.find(siti.id)).toMatchObject({
    gelarBelakang: "S.Kom., M.T.",
    revision: 2,
  });
  expect(employees.saves[0]).toMatchObject({ cardChanged: true });
  expect(employees.saves[0]?.entry).toMatchObject({
    ...{ action: "changed", actor: { role: "officer", id: "emp_oka" }, approvedBy: "emp_tuti" },
    ...{
      reason: "SK terlampir",
      source: {
        number: expect.stringMatching(/^Pengajuan [0-9A-Z]{5}-[0-9A-Z]{5}$/),
        file: "evd_sk",
      },
    },
  });
});

test("what one officer changes one officer decides, without a file", async () => {
  const { submit, agree, employees } = world();
  const sent = await submit({ birthPlace: "Cirebon" }, []);
  expect(sent.chain).toEqual([{ role: "petugas", hours: 72 }]);
  await agree(sent.id, "emp_oka");
  expect(await employees.find(siti.id)).toMatchObject({ birthPlace: "Cirebon" });
  expect(employees.saves[0]?.entry.approvedBy).toBeUndefined();
});

test.each<readonly [string, DecidedValues, readonly `evd_${string}`[], object]>([
  ["no file behind a degree", { gelarBelakang: "M.T." }, [], { field: "files", code: "required" }],
  [
    "nothing that changes",
    { gelarBelakang: "S.Kom." },
    ["evd_a"],
    { field: "values", code: "nothing-changed" },
  ],
  [
    "fields of two groups",
    { name: "Siti R", golongan: "III/b" },
    ["evd_a"],
    { code: "unknown-field" },
  ],
  ["what no holder proposes", { kedudukanHukum: "99" }, ["evd_a"], { code: "malformed" }],
  ["a text longer than any", { birthPlace: "a".repeat(255) }, [], { code: "malformed" }],
  [
    "what is no value of the field",
    { golongan: "IX" },
    ["evd_a"],
    { field: "golongan", code: "golongan-unknown" },
  ],
  ["a name that it may not lose", { name: "" }, ["evd_a"], { field: "name", code: "required" }],
])("%s is refused", async (_, values, files, problem) => {
  const { submit, requests } = world();
  await expect(submit(values, files)).rejects.toMatchObject({ problems: [problem] });
  expect(await requests.of(siti.id, { limit: 9 })).toEqual([]);
});

test("what somebody else changed meanwhile is not written over, and says so", async () => {
  const { submit, agree, employees, clock } = world();
  const sent = await submit({ gelarBelakang: "S.Kom., M.T." });
  await agree(sent.id, "emp_oka");
  await change(employees, siti, { gelarBelakang: "S.Kom., M.Kom." }, clock);
  await expect(agree(sent.id, "emp_tuti")).rejects.toMatchObject({ code: "request-outdated" });
  expect((await employees.find(siti.id))?.gelarBelakang).toBe("S.Kom., M.Kom.");

  const other = await submit({ birthPlace: "Cirebon" }, [], "other");
  await change(
    employees,
    (await employees.find(siti.id)) ?? siti,
    { phone: "+628123456789" },
    clock,
  );
  await agree(other.id, "emp_oka");
  expect(await employees.find(siti.id)).toMatchObject({
    birthPlace: "Cirebon",
    phone: "+628123456789",
  });
});

test("whose employment has ended proposes nothing, and nothing of theirs is carried out", async () => {
  const { submit, agree, employees, clock, api } = world();
  const sent = await submit({ birthPlace: "Cirebon" }, []);
  await change(employees, siti, { kedudukanHukum: "99" }, clock);
  await expect(agree(sent.id, "emp_oka")).rejects.toMatchObject({ code: "request-outdated" });
  const ended = (await employees.find(siti.id)) ?? siti;
  const asked = { key: "z", kind: "data-change", content: { values: { nik: "3209011708900001" } } };
  await expect(submitRequest(api, { ...asked, files: [], person: ended })).rejects.toMatchObject({
    code: "card-not-active",
  });
});

test("one proposal of a group is open at a time, and another group does not wait for it", async () => {
  const { submit } = world();
  await submit({ gelarBelakang: "M.T." });
  await expect(submit({ name: "Siti Rahmah" }, ["evd_b"], "b")).rejects.toMatchObject({
    code: "request-open",
  });
  expect(await submit({ golongan: "III/b" }, ["evd_b"], "c")).toMatchObject({ state: "submitted" });
});

test("what a holder proposes is in one group each; the way in and the legal position are in none", () => {
  const none = fieldKeys.filter((field) => groupOf(field) === undefined);
  expect(none).toEqual([
    "nip",
    "kind",
    "tmt",
    "instansiId",
    "instansi",
    "kedudukanHukum",
    "diedOn",
    "unitKerja",
    "email",
    "phone",
  ]);
  expect(fieldsOfGroup("name", "PNS")).toEqual(["name", "gelarDepan", "gelarBelakang"]);
  expect(fieldsOfGroup("service", "PPPK")).toEqual([]);
  expect(needsFile({ birthPlace: "Cirebon" })).toBe(false);
  expect(needsFile({ birthPlace: "Cirebon", name: "A" })).toBe(true);
});

test("what one petugas decides is decided with others at once; what two decide, is outdated, or is of who has a role is not", async () => {
  const { submit, api, requests, roles, employees, clock } = world();
  const together = async (id: `req_${string}`) => {
    const { version = 0 } = (await requests.find(id)) ?? {};
    const { grants } = await roles.find("emp_oka");
    const by = {
      employeeId: "emp_oka" as const,
      instansiId: siti.instansiId,
      roles: grants,
    };
    return decideRequest(api, { id, version, by, decision: { act: "agree" }, together: true });
  };
  const alone = { code: "request-alone" };
  const ofTwo = await submit({ gelarBelakang: "S.Kom., M.T." });
  await expect(together(ofTwo.id)).rejects.toMatchObject(alone);

  const first = await submit({ birthPlace: "Cirebon" }, [], "k2");
  roles.set(siti.id, aGrant("auditor"));
  await expect(together(first.id)).rejects.toMatchObject(alone);
  roles.set(siti.id);
  const free = await together(first.id);
  expect(free.request).toMatchObject({ state: "approved" });
  expect(await employees.find(siti.id)).toMatchObject({ birthPlace: "Cirebon" });

  const now = (await employees.find(siti.id)) ?? siti;
  const born = { ...siti, birthPlace: "Cirebon" };
  const second = await submit({ birthPlace: "Bogor" }, [], "k3", born);
  await change(employees, now, { birthPlace: "Garut" }, clock);
  await expect(together(second.id)).rejects.toMatchObject(alone);
  expect(await requests.find(second.id)).toMatchObject({ state: "submitted", version: 1 });
});
