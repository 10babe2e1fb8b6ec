import { expect, test } from "vitest";
import { hasMovedEmail, lastMoveByOne } from "#shared/employee/email-move.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { correctAddress, revise } from "#shared/employee/revision.ts";
import { anEmployee } from "../../support/builders.ts";

const siti = anEmployee();
const at = new Date("2026-11-21T03:00:00.000Z");
const days = (n: number) => new Date(at.getTime() + n * 86_400_000);
const actor = { role: "officer", id: "emp_budi" } as const;
const told = { at, actor, action: "changed" } as const;

function moveTo(email: string, person: Employee = siti, now = at) {
  return revise(person, { email }, { ...told, at: now })?.after ?? person;
}

test("a changed address leaves behind what it was, when and by whom", () => {
  const moved = moveTo("lain@contoh.example");

  expect(moved.emailMoves).toEqual([{ from: siti.email, at: at.toISOString(), by: actor }]);
  expect(lastMoveByOne(moved, days(29))).toMatchObject({ by: actor });
  expect(hasMovedEmail(moved, "emp_budi", days(29))).toBe(true);
  expect(hasMovedEmail(moved, "emp_rini", days(29))).toBe(false);
  expect(hasMovedEmail(moved, "emp_budi", days(30))).toBe(false);
});

test("what two people corrected, or the holder changed, is nobody's alone", () => {
  const corrected = correctAddress(siti, "lain@contoh.example", {
    ...told,
    approvedBy: "emp_rahayu",
  });
  const holder = { role: "holder", id: siti.id } as const;
  const own = revise(siti, { email: "lain@contoh.example" }, { ...told, actor: holder });

  expect(corrected.entry).toMatchObject({ approvedBy: "emp_rahayu" });
  expect(corrected.after.emailMoves).toMatchObject([{ approvedBy: "emp_rahayu" }]);
  for (const after of [corrected.after, own?.after ?? siti])
    expect(lastMoveByOne(after, at)).toBeUndefined();
  expect(hasMovedEmail(corrected.after, "emp_budi", at)).toBe(false);
});

test("an import's change is that of both who brought it in: a file is approved, not each address", () => {
  const byImport = { role: "import", id: "emp_budi" } as const;
  const approved = { ...told, actor: byImport, approvedBy: "emp_rahayu" };
  const moved = revise(siti, { email: "lain@contoh.example" }, approved)?.after ?? siti;
  const movers = (now: Date) =>
    ["emp_budi", "emp_rahayu", "emp_rini"].filter((id) => hasMovedEmail(moved, id, now));

  expect(movers(days(29))).toEqual(["emp_budi", "emp_rahayu"]);
  expect(movers(days(30))).toEqual([]);
});

test("many changes leave the first addresses and the last one; a month later any save forgets them", () => {
  let person: Employee = siti;
  for (let i = 1; i <= 9; i++) person = moveTo(`surel-${i}@contoh.example`, person, days(i));
  const kept = person.emailMoves?.map(({ from }) => from);

  expect(kept).toEqual([siti.email, ...[1, 2, 3, 8].map((i) => `surel-${i}@contoh.example`)]);
  const later = { ...told, at: days(40) };
  expect(revise(person, { phone: "0812 0000 0000" }, later)?.after.emailMoves).toBeUndefined();
});
