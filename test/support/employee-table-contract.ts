import { expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { changeNip, type Revision, revise } from "#shared/employee/revision.ts";
import { aNip, anEmployee, asGiven, withoutEmail } from "./builders.ts";
import { employeeDaysContract } from "./employee-days-contract.ts";
import { employeeJoinContract } from "./employee-join-contract.ts";
import { employeeSearchContract } from "./employee-search-contract.ts";
import { employeeUnitsContract } from "./employee-units-contract.ts";
import { listedContract } from "./listed-contract.ts";

type Employees = WritableEmployees;
const at = new Date("2026-11-21T03:00:00Z");

/** What every employee table does, the fake and the real one. `make` gives an empty table each time. */
export function employeeTableContract(make: () => Employees | Promise<Employees>): void {
  const siti = anEmployee({ photoId: undefined });
  const entry = {
    subjectId: siti.id,
    revision: 1,
    at: siti.updatedAt,
    actor: { role: "import" },
    action: "registered",
    changes: [],
  } as const;
  const change = (
    before: Employee = siti,
    what: Parameters<typeof revise>[1] = { jabatan: "Analis Kebijakan Ahli Muda" },
  ): Revision => {
    const next = revise(before, what, {
      at,
      actor: { role: "officer", id: "emp_budi" },
      action: "changed",
    });
    if (!next) throw new Error("nothing changed");
    return next;
  };

  test("a record is found by its id and by its NIP", async () => {
    const employees = await make();
    await employees.add(siti, entry);

    expect(asGiven(await employees.find(siti.id))).toEqual(siti);
    expect(asGiven(await employees.findByNip(siti.nip))).toEqual(siti);
    expect(await employees.findByNip(aNip("198502122010012005"))).toBeUndefined();
  });

  test("a NIP and an e-mail belong to one record", async () => {
    const employees = await make();
    await employees.add(siti, entry);
    const other = anEmployee({
      id: "emp_other",
      nip: aNip("199001012015031001"),
      email: "other@contoh.example",
    });

    await expect(
      employees.add({ ...other, nip: siti.nip }, { ...entry, subjectId: other.id }),
    ).rejects.toThrow("nip-taken");
    await expect(
      employees.add({ ...other, email: siti.email }, { ...entry, subjectId: other.id }),
    ).rejects.toThrow("email-taken");
    expect(await employees.find(other.id)).toBeUndefined();
  });

  test("an e-mail is taken however it is spelt", async () => {
    const employees = await make();
    await employees.add(siti, entry);
    const other = anEmployee({
      id: "emp_other",
      nip: aNip("199001012015031001"),
      email: "SITI@Contoh.example",
    });

    await expect(employees.add(other, { ...entry, subjectId: other.id })).rejects.toThrow(
      "email-taken",
    );
  });

  test("an id is given once", async () => {
    const employees = await make();
    await employees.add(siti, entry);
    const twin = { ...siti, nip: aNip("199001012015031001"), email: "twin@contoh.example" };

    await expect(employees.add(twin, entry)).rejects.toThrow("record-changed");
    expect(asGiven(await employees.find(siti.id))).toEqual(siti);
  });

  test("a changed NIP leads to the record; the old one tells whose it was, signs nobody in, and is nobody else's", async () => {
    const employees = await make();
    await employees.add(siti, entry);
    const nip = aNip("198502122010012005");
    const told = { at, actor: { role: "system" }, action: "changed" } as const;
    const next = changeNip(siti, nip, told);
    await employees.save(next);

    expect((await employees.findByNip(nip))?.id).toBe(siti.id);
    expect(await employees.findByNip(siti.nip)).toBeUndefined();
    expect(await employees.idOf(siti.nip)).toBe(siti.id);
    const other = { ...siti, id: "emp_other", email: "other@contoh.example" } as const;
    await expect(employees.add(other, { ...entry, subjectId: other.id })).rejects.toThrow(
      "nip-taken",
    );

    // Of more than one request takes, and of one that is asked for twice.
    const nobody = Array.from({ length: 120 }, (_, i) => aNip(`199001012015011${i + 101}`));
    const ids = await employees.idsOf([siti.nip, ...nobody, nip, nip]);
    expect(Object.fromEntries(ids)).toEqual({ [siti.nip]: siti.id, [nip]: siti.id });

    const back = changeNip(next.after, siti.nip, { ...told, at: new Date(at.getTime() + 1) });
    await employees.save(back);
    expect((await employees.findByNip(siti.nip))?.formerNips).toMatchObject([{ nip }]);
    expect(await employees.idOf(nip)).toBe(siti.id);
  });

  test("an e-mail leads to whoever has it now, in any spelling", async () => {
    const employees = await make();
    await employees.add(siti, entry);
    expect((await employees.findByEmail(` ${siti.email.toUpperCase()}`))?.id).toBe(siti.id);
    await employees.save(change(siti, { email: "rahma@contoh.example" }));

    const ids = await employees.idsOfEmails([siti.email, "RAHMA@contoh.example"]);
    expect(Object.fromEntries(ids)).toEqual({ "rahma@contoh.example": siti.id });
    expect(await employees.findByEmail(siti.email)).toBeUndefined();
    expect((await employees.findByEmail("rahma@contoh.example"))?.id).toBe(siti.id);
  });

  test("several people have no e-mail; one is given and found", async () => {
    const employees = await make();
    const budi = { ...siti, id: "emp_budi", nip: aNip("198502122010012005") } as const;
    const [first, second] = [withoutEmail(siti), withoutEmail(budi)];
    for (const each of [first, second]) await employees.add(each, { ...entry, subjectId: each.id });
    await employees.save(change(first, { email: siti.email }));

    expect((await employees.findByEmail(siti.email))?.id).toBe(siti.id);
    expect((await employees.find(budi.id))?.email).toBeUndefined();
    await expect(
      employees.save(change(second, { email: siti.email.toUpperCase() })),
    ).rejects.toThrow("email-taken");
  });

  test("of two saves at once on one revision, one is made", async () => {
    const employees = await make();
    await employees.add(siti, entry);
    const saves = await Promise.allSettled([
      employees.save(change(siti, { jabatan: "Arsiparis" })),
      employees.save(change(siti, { golongan: "III/b" })),
    ]);

    expect(saves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(saves.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "record-changed" },
    });
    expect((await employees.find(siti.id))?.revision).toBe(2);
  });

  test("records are read together; those that are not there are left out", async () => {
    const employees = await make();
    await employees.add(siti, entry);
    const found = await employees.findAll([siti.id, "emp_nobody", siti.id]);

    expect([...found.keys()]).toEqual([siti.id]);
    expect([...found.values()].map(asGiven)).toEqual([siti]);
    expect(await employees.findAll([])).toEqual(new Map());
    expect(await employees.idOf(siti.nip)).toBe(siti.id);
  });

  test("an emptied field is gone", async () => {
    const employees = await make();
    await employees.add(siti, entry);
    await employees.save(change(siti, { gelarBelakang: undefined }));

    expect((await employees.find(siti.id))?.gelarBelakang).toBeUndefined();
  });

  test("a save on an old revision is refused and changes nothing", async () => {
    const employees = await make();
    await employees.add(siti, entry);
    await employees.save(change());

    await expect(employees.save(change(siti, { jabatan: "Arsiparis" }))).rejects.toThrow(
      "record-changed",
    );
    expect(await employees.find(siti.id)).toMatchObject({
      jabatan: "Analis Kebijakan Ahli Muda",
      revision: 2,
    });
  });

  test("the same request saves once, even on a newer record", async () => {
    const employees = await make();
    await employees.add(siti, entry);
    const first = change();
    const mark = { id: "request-1", digest: "d1" };
    await employees.save(first, mark);

    await expect(
      employees.save(change(first.after, { golongan: "III/b" }), { ...mark, digest: "d2" }),
    ).rejects.toThrow("request-repeated");
    expect(await employees.digestOf("request-1")).toBe("d1");
    expect(await employees.digestOf("request-2")).toBeUndefined();
  });

  test("a changed e-mail frees the old one", async () => {
    const employees = await make();
    await employees.add(siti, entry);
    await employees.save(change(siti, { email: "rahma@contoh.example" }));
    const other = anEmployee({
      id: "emp_other",
      nip: aNip("199001012015031001"),
      email: siti.email,
    });

    await employees.add(other, { ...entry, subjectId: other.id });
    expect((await employees.find(other.id))?.email).toBe(siti.email);
  });

  employeeSearchContract(make);

  employeeJoinContract(make);
  employeeUnitsContract(make);
  employeeDaysContract(make);
  listedContract(make);
}
