/** Somebody asks for a correction of the own attendance: what machines read stays, and what is agreed to stands beside it. */
import { expect, test } from "vitest";
import { added, emptyMonth } from "#shared/attendance/attendance-month.ts";
import { attendeeOf } from "#shared/attendance/import-readings.ts";
import { dayOf } from "#shared/employee/employee.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { anEmployee } from "../../support/builders.ts";
import { requestWorld } from "../../support/request-world.ts";

const siti = anEmployee({ id: "emp_siti" });

async function world() {
  const its = requestWorld(siti);
  const today = dayOf(siti, its.clock.now());
  const day = daysAfter(today, -2);
  const of = { instansiId: siti.instansiId, month: day.slice(0, 7) };
  const asked = { day, in: "07:30", out: "16:00", note: " Mesin mati " };
  const monthNow = async () => await its.months.find(of, siti.id);
  return { ...its, day, today, of, asked, monthNow };
}

test("what was agreed to stands in the month, with who decided it and why; the readings stay", async () => {
  const { submit, agree, asked, day, months, of, monthNow, requests } = await world();
  const readings = [{ machine: "pintu", time: `${day}T09:10:00` }];
  const read = added(emptyMonth(attendeeOf(siti), of.month), { readings });
  if (typeof read === "string") throw new Error(read);
  await months.save(read);
  const { id, content, chain } = await submit("attendance", asked);
  expect(content).toEqual({ ...asked, note: "Mesin mati" });
  expect(chain).toMatchObject([{ role: "petugas" }]);
  await agree(id);

  expect((await requests.find(id))?.state).toBe("approved");
  expect(await monthNow()).toMatchObject({
    readings,
    corrections: [
      { id, day, in: `${day}T07:30`, out: `${day}T16:00`, by: "emp_oka", reason: "Mesin mati" },
    ],
  });
});

test("a night ends on the next day; of a day one is open", async () => {
  const { submit, agree, asked, day, monthNow } = await world();
  const { id } = await submit("attendance", { ...asked, in: "21:00", out: "05:00" });
  await expect(submit("attendance", asked, "again")).rejects.toMatchObject({
    code: "request-open",
  });
  await agree(id);

  const night = { in: `${day}T21:00`, out: `${daysAfter(day, 1)}T05:00` };
  expect((await monthNow())?.corrections).toMatchObject([night]);
});

test("all that is wrong is told at once: a day to come, nothing to correct, no reason; and one that is too long ago", async () => {
  const { submit, today, asked } = await world();
  await expect(submit("attendance", { day: daysAfter(today, 1), note: " " })).rejects.toMatchObject(
    {
      problems: [
        { field: "day", code: "day-too-late" },
        { field: "in", code: "nothing-changed" },
        { field: "note", code: "required" },
      ],
    },
  );
  await expect(
    submit("attendance", { ...asked, day: daysAfter(today, -6) }, "old"),
  ).rejects.toMatchObject({
    problems: [{ field: "day", code: "asked-too-late", params: { limit: 5 } }],
  });
});

test("a locked month takes none, and locked meanwhile nobody agrees", async () => {
  const { submit, agree, asked, months, of, day, monthNow } = await world();
  const { id } = await submit("attendance", asked);
  const closed = { at: `${day}T10:00:00.000Z`, absentInYear: 0, run: 0 };
  await months.save({ ...emptyMonth(attendeeOf(siti), of.month), revision: 1, closed });
  await expect(agree(id)).rejects.toMatchObject({ code: "request-outdated" });
  await expect(
    submit("attendance", { ...asked, day: daysAfter(day, 1) }, "k2"),
  ).rejects.toMatchObject({ code: "month-closed" });

  expect((await monthNow())?.corrections).toEqual([]);
});
