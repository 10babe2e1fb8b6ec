/** What a request tells in lists: its kind to officers once it has ended, and to its person until when a draft is kept. */
import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { moveTo } from "#shared/request/requests.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aDraft, aRequest } from "../../support/requests.ts";
import { namesOfPeople } from "../askers.ts";
import { routesUnderTest } from "../routes-under-test.ts";
import { tablesInMemory } from "../tables-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const person = `emp_${namesOfPeople.indexOf("holder")}` as const;

test("an officer reads of each request that has ended what it was about", async () => {
  const tables = tablesInMemory();
  const { ask } = await routesUnderTest(tables);
  const holder = await tables.employees.find(person);
  const { instansiId = "", unitKerja = "" } = holder ?? {};
  const ended = aRequest({
    ...{ id: "req_1", person, instansiId, unitKerja, kind: "suspect-card", state: "rejected" },
    ...{ unasked: true, content: { cause: "altered" }, group: "altered" },
  });
  await tables.requests.save(moveTo(undefined, ended));
  const answer = await ask("petugas", "GET /api/requests/ended");
  const { items } = z
    .object({ items: z.array(z.object({ id: z.string(), kind: z.string() })) })
    .parse(answer.body);
  expect(items).toEqual([{ id: "req_1", kind: "suspect-card" }]);
});

test("whoever has a draft reads until when it is kept; what was sent has no such day", async () => {
  const tables = tablesInMemory();
  const { ask } = await routesUnderTest(tables);
  const content = { values: { name: "Siti Rahmah" }, old: { name: "Siti Rahma" } };
  const { values } = content;
  const draft = aDraft({
    id: "req_1",
    person,
    content: { values },
    since: "2026-11-20T03:00:00.000Z",
  });
  await tables.requests.save(moveTo(undefined, draft));
  await tables.requests.save(moveTo(undefined, aRequest({ id: "req_2", person, content })));
  const told = z.object({
    items: z.array(z.object({ id: z.string(), keptUntil: z.string().optional() })),
  });
  const { items } = told.parse((await ask("holder", "GET /api/requests/mine")).body);
  const untils = Object.fromEntries(items.map(({ id, keptUntil }) => [id, keptUntil]));
  expect(untils).toEqual({ req_1: "2027-02-18T03:00:00.000Z", req_2: undefined });
});
