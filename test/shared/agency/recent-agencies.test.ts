import { expect, test } from "vitest";
import { RecentAgencies } from "#shared/agency/recent-agencies.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { FakeClock } from "../../support/fake-clock.ts";

function setUp() {
  const clock = new FakeClock();
  const agencies = new AgenciesInMemory(anAgency());
  const asked: string[] = [];
  const counted = {
    find: async (id: string) => {
      asked.push(id);
      return await agencies.find(id);
    },
  };
  return { clock, asked, agencies, recent: new RecentAgencies(counted, clock) };
}

test("an agency is asked for once in a minute, also one that is not there", async () => {
  const { clock, asked, recent } = setUp();
  for (const id of ["ins_contoh", "ins_none", "ins_contoh", "ins_none"]) await recent.find(id);

  expect(asked).toEqual(["ins_contoh", "ins_none"]);
  expect(await recent.find("ins_contoh")).toEqual(anAgency());
  expect(await recent.find("ins_none")).toBeUndefined();
  clock.advance({ seconds: 60 });
  await recent.find("ins_contoh");
  expect(asked).toEqual(["ins_contoh", "ins_none", "ins_contoh"]);
});

test("a change is seen after a minute", async () => {
  const { clock, agencies, recent } = setUp();
  await recent.find("ins_contoh");
  const next = anAgency({ revision: 2, zone: "WIT" });
  await agencies.save(next, {
    ...{ subjectId: "agency#ins_contoh", revision: 2, at: clock.now().toISOString() },
    ...{ actor: { role: "operator" }, action: "changed", changes: [] },
  });

  expect(await recent.find("ins_contoh")).toEqual(anAgency());
  clock.advance({ seconds: 60 });
  expect(await recent.find("ins_contoh")).toEqual(next);
});
