/** Keys of announcements come from outside and lead to DynamoDB: what is none is refused before. */
import { beforeEach, expect, test, vi } from "vitest";
import { announcementKey } from "#shared/notification/announcement.ts";
import { logger } from "#shared/runtime/logger.ts";
import { routesUnderTest } from "./routes-under-test.ts";
import { tablesInMemory } from "./tables-under-test.ts";

beforeEach(() => {
  for (const level of ["info", "warn"] as const) vi.spyOn(logger, level).mockReturnValue();
});

const odd = ["", "#", "2026-11-21", "2026-11-21#", "2026-11-21T03#a", "2026-11-21#a b", "~"];

test.each([
  ["petugas", "GET /api/officer/agency/announcements", "before"],
  ["petugas", "GET /api/officer/agency/announcements/attachment", "key"],
  ["petugas", "GET /api/officer/agency/announcements/circular", "key"],
  ["petugas", "POST /api/officer/agency/announcements/end", "key"],
  ["holder", "GET /api/me/announcements/attachment", "key"],
  ["holder", "GET /api/me/announcements/circular", "key"],
  ["holder", "POST /api/me/announcements/read", "key"],
] as const)("%s: %s refuses an odd %s", async (asker, route, name) => {
  const { ask } = await routesUnderTest(tablesInMemory());
  for (const key of [...odd, `2026-11-21#${"a".repeat(2100)}`]) {
    const answer = await ask(asker, route, {}, undefined, (request) =>
      route.startsWith("GET")
        ? { ...request, query: { [name]: key } }
        : { ...request, body: { [name]: key } },
    );
    const refused = { status: 422, body: { problems: [{ field: name }] } };
    expect(answer, JSON.stringify(key)).toMatchObject(refused);
  }
});

test("keys are instants or, of old, days, with a request", () => {
  const request = "6f9619ff-8b86-4d11-b42d-00c04fc964ff";
  for (const key of [`${new Date(0).toISOString()}#${request}`, `2026-11-21#${request}`])
    expect(announcementKey.parse(key)).toBe(key);
});
