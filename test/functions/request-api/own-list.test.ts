/** The list of one's own requests says nothing of one that nobody asked for, by its cursor either (decision 0087). */
import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { type Campaign, spanOf } from "#shared/campaign/campaign.ts";
import { moveTo } from "#shared/request/requests.ts";
import { placeIn } from "#shared/request/tell-request.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aPost, lineOfPost } from "../../support/post-table-contract.ts";
import { aRequest } from "../../support/requests.ts";
import { namesOfPeople } from "../askers.ts";
import { routesUnderTest } from "../routes-under-test.ts";
import { tablesInMemory } from "../tables-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const list = z.object({
  items: z.array(z.object({ id: z.string() })),
  cursor: z.string().optional(),
  campaigns: z.array(z.unknown()).optional(),
});

test("a report of one's card at the end of a page stands in no page and in no cursor", async () => {
  const tables = tablesInMemory();
  const { ask } = await routesUnderTest(tables);
  const person = `emp_${namesOfPeople.indexOf("holder")}` as const;
  for (let i = 0; i < 24; i++) {
    const since = new Date(Date.UTC(2026, 10, 21, 0, 60 - i)).toISOString();
    const unasked = { kind: "suspect-card", unasked: true, content: { cause: "altered" } } as const;
    const own = { id: `req_${i}`, person, group: `${i}`, submittedAt: since, since } as const;
    const made = aRequest({ ...own, ...(i === 19 && unasked) });
    await tables.requests.save(moveTo(undefined, made));
  }
  const { body } = await ask("holder", "GET /api/requests/mine");
  const { items, cursor = "" } = list.parse(body);

  expect(items.map(({ id }) => id)).toEqual(
    [...Array(21).keys()].filter((i) => i !== 19).map((i) => `req_${i}`),
  );
  expect(placeIn(cursor).id).toBe("req_20");
});

test("the first page has what the home shows: what is left, and what waits for who acts in a post; no other page has", async () => {
  const tables = tablesInMemory();
  const { ask } = await routesUnderTest(tables);
  const holder = `emp_${namesOfPeople.indexOf("holder")}` as const;
  const { instansiId = "" } = (await tables.employees.find(holder)) ?? {};
  const home = z.object({
    balances: z.object({ leave: z.object({ year: z.int(), days: z.int() }) }).optional(),
    deciding: z.object({ leave: z.int() }).optional(),
  });
  const read = async (cursor?: string) =>
    home.parse(
      (
        await ask("holder", "GET /api/requests/mine", {}, undefined, (request) => ({
          ...request,
          ...(cursor && { query: { cursor } }),
        }))
      ).body,
    );
  for (let i = 0; i < 22; i++) {
    const own = { id: `req_${i}`, person: holder, group: `${i}` } as const;
    await tables.requests.save(moveTo(undefined, aRequest(own)));
  }
  const first = await read();
  expect(first.balances?.leave.days).toBeGreaterThanOrEqual(0);
  expect(first.deciding).toBeUndefined();
  const post = aPost({ instansiId, holder });
  await tables.posts.save(post, undefined, lineOfPost(post));
  expect((await read()).deciding).toEqual({ leave: 0 });
  const { cursor } = list.parse((await ask("holder", "GET /api/requests/mine")).body);
  expect(await read(cursor)).toEqual({});
});

test("the first page names the campaign that waits for the reader, and no other page does", async () => {
  const tables = tablesInMemory();
  const { ask } = await routesUnderTest(tables);
  const person = `emp_${namesOfPeople.indexOf("holder")}` as const;
  const { instansiId = "" } = (await tables.employees.find(person)) ?? {};
  const days = { firstDay: "2026-01-01", lastDay: "2099-01-01", zone: "WIB" } as const;
  const { startsAt, endsAt } = spanOf(days);
  const campaign: Campaign = {
    ...{ id: "cmp_one", instansiId, instansi: "Contoh", title: "Surel", group: {}, people: 1 },
    ...{
      ...days,
      startsAt,
      endsAt,
      openedBy: person,
      openedAt: startsAt,
      unmatched: 0,
      version: 1,
    },
  };
  await tables.campaigns.open(campaign, [person]);
  for (let i = 0; i < 22; i++) {
    const own = { id: `req_${i}`, person, group: `${i}` } as const;
    await tables.requests.save(moveTo(undefined, aRequest(own)));
  }
  const first = list.parse((await ask("holder", "GET /api/requests/mine")).body);
  const later = await ask("holder", "GET /api/requests/mine", {}, undefined, (request) => ({
    ...request,
    query: { cursor: first.cursor },
  }));
  const second = list.parse(later.body);

  expect(first.campaigns).toEqual([{ title: "Surel", endsAt }]);
  expect(second.items).toHaveLength(2);
  expect(second.campaigns).toBeUndefined();
});
