/** The lists of people who fail an indicator, kept right by the night that counts them, on the embedded DynamoDB. */

import { expect, test } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { newBulk } from "#shared/bulk/bulk.ts";
import { CampaignTable } from "#shared/campaign/campaign-table.ts";
import { DecreeTable } from "#shared/decree/decree-table.ts";
import { BoardTable } from "#shared/desk/board-table.ts";
import { qualityPass } from "#shared/desk/count-quality.ts";
import { AgencyPeopleTable } from "#shared/employee/agency-people-table.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Tag } from "#shared/employee/tag-names.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { change } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { dynamodbForThisFile, newEmployees } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

async function desk(people: readonly Employee[]) {
  const { employees, tableName } = await newEmployees(cloud);
  for (const each of people)
    await employees.add(each, {
      ...{ subjectId: each.id, revision: 1, at: each.updatedAt, actor: { role: "import" } },
      ...{ action: "registered", changes: [] },
    });
  const boards = new BoardTable(cloud.db, await cloud.newTable("agency-table"));
  const parts = new AgencyPeopleTable(cloud.db, tableName);
  let listed = 0;
  const counted = {
    list: async (...given: Parameters<typeof employees.list>) => {
      listed++;
      await employees.list(...given);
    },
  };
  const history = new AuditTable(cloud.db, await cloud.newTable("audit-table"));
  const clock = { now: () => new Date() };
  const campaigns = new CampaignTable(cloud.db, await cloud.newTable("campaign-table"));
  const decrees = new DecreeTable(cloud.db, await cloud.newTable("contact-change-table"));
  const given = { people: parts, boards, campaigns, decrees, employees: counted, history, clock };
  const pass = qualityPass(given);
  /** A night that begins at 03.07 in Jakarta. */
  const night = async (day: string) => {
    listed = 0;
    const begun = {
      ...({ id: "blk_1", kind: "quality", instansiId: "ins_contoh" } as const),
      parameters: { day },
    };
    const startedAt = new Date(`${day}T00:00:00Z`).getTime() - 14_000_000;
    await pass.step(newBulk(begun, new Date(startedAt)));
    return listed;
  };
  const found = async (tag: Tag, today: string) => {
    const query = { instansiId: "ins_contoh", words: [], limit: 25, fits: () => true };
    const { items } = await employees.search({ ...query, tagged: { tag, today } });
    return items.map(({ id }) => id);
  };
  return { employees, boards, night, found };
}

const siti = anEmployee({ phone: "0812 3456 7890", birthDate: "1968-11-12", bup: "58" });
const budi = anEmployee({
  ...{ id: "emp_budi", nip: aNip("198502122010012005"), email: "budi@contoh.example" },
  ...{ updatedAt: "2026-11-20T03:00:00.000Z" },
});

test("whom a day brings past retirement age is listed by the night, once, and leaves the list when mended", async () => {
  const { employees, boards, night, found } = await desk([siti, budi]);
  expect(await night("2026-11-30")).toBe(0);
  expect(await found("TIM_5", "2026-11-30")).toEqual([]);

  expect(await night("2026-12-01")).toBe(1);
  expect(await found("TIM_5", "2026-12-01")).toEqual([siti.id]);
  expect(await boards.find("ins_contoh")).toMatchObject({ people: 2, failing: { TIM_5: 1 } });

  expect(await night("2026-12-02")).toBe(0);
  const clock = new FakeClock("2026-12-02T03:00:00.000Z");
  await change(employees, siti, { bup: "60" }, clock);
  expect(await found("TIM_5", "2026-12-02")).toEqual([]);
});

test("who lacks a number is listed by the save alone, and not any more once it is there", async () => {
  const { employees, found } = await desk([siti, budi]);
  expect(await found("COM_7", "2026-11-27")).toEqual([budi.id]);

  await change(employees, budi, { phone: "0812 3456 7890" }, new FakeClock());
  expect(await found("COM_7", "2026-11-27")).toEqual([]);
});
