/** The queue says of a frozen account what the reader cannot do, before it is tried. */
import { beforeEach, expect, test, vi } from "vitest";
import type { Request } from "#shared/request/request.ts";
import { moveTo } from "#shared/request/requests.ts";
import { logger } from "#shared/runtime/logger.ts";
import { accountIdOf } from "#shared/session/account-state.ts";
import { aRequest } from "../../support/requests.ts";
import { subject } from "../route-requests.ts";
import { routesUnderTest } from "../routes-under-test.ts";
import { tablesInMemory } from "../tables-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const asked = {
  "data-change": { values: { birthPlace: "Cirebon" }, old: { birthPlace: "" } },
  "wrong-data": { field: "tmt", stood: "2010-01-01", right: "2011-01-01" },
} as const satisfies Readonly<Record<string, Request["content"]>>;

async function readFrozen(kind: keyof typeof asked) {
  const tables = tablesInMemory();
  const { ask } = await routesUnderTest(tables);
  const id = `req_${"1".repeat(26)}` as const;
  const { instansiId, unitKerja } = subject;
  const chain = [{ role: "petugas", hours: 72 }] as const;
  const about = {
    id,
    kind,
    person: subject.id,
    instansiId,
    unitKerja,
    chain,
    content: asked[kind],
  };
  await tables.requests.save(moveTo(undefined, aRequest(about)));
  const by = { role: "officer", id: "emp_oka" } as const;
  const since = tables.clock.now().toISOString();
  await tables.sessions.freeze(accountIdOf(subject.nip), { at: since, by });
  const { body } = await ask(
    ...(["petugas", "GET /api/requests/officer/{id}", {}, undefined] as const),
    (request) => ({ ...request, path: `/api/requests/officer/${id}` }),
  );
  return body;
}

test("what was asked through it is not agreed to, and nobody is asked", async () => {
  const body = await readFrozen("data-change");
  expect(body).toMatchObject({ yours: true, held: true });
  expect(body).not.toHaveProperty("heldAsk");
});

test("a report of wrong data is agreed to or refused, and nobody is asked", async () => {
  const body = await readFrozen("wrong-data");
  expect(body).toMatchObject({ yours: true, heldAsk: true });
  expect(body).not.toHaveProperty("held");
});
