/** The page of one's own request says since when its proofs are withdrawn. */
import { beforeEach, expect, test, vi } from "vitest";
import { numberOf } from "#shared/request/request.ts";
import { moveTo } from "#shared/request/requests.ts";
import { proofKind } from "#shared/request/revoke-proof.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aRequest } from "../../support/requests.ts";
import { namesOfPeople } from "../askers.ts";
import { routesUnderTest } from "../routes-under-test.ts";
import { tablesInMemory } from "../tables-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test("the own request says since when its proofs are withdrawn, and of others nothing", async () => {
  const tables = tablesInMemory();
  const { ask } = await routesUnderTest(tables);
  const person = `emp_${namesOfPeople.indexOf("holder")}` as const;
  const [withdrawn, other] = [1, 2].map((i) =>
    aRequest({ id: `req_${`${i}`.repeat(26)}`, person, group: `${i}` }),
  );
  if (!withdrawn || !other) throw new Error("Two were made.");
  for (const each of [withdrawn, other]) await tables.requests.save(moveTo(undefined, each));
  const revokedAt = "2026-11-22T03:00:00.000Z";
  const number = numberOf(withdrawn);
  tables.documents.revoked.set(`${proofKind}##${number}`, {
    ...{ kind: proofKind, number, revokedAt, personId: person },
  });
  const read = (id: string) =>
    ask("holder", "GET /api/requests/mine/{id}", {}, undefined, (request) => ({
      ...request,
      path: `/api/requests/mine/${id}`,
    }));

  expect((await read(withdrawn.id)).body).toMatchObject({ proofRevokedAt: revokedAt });
  expect((await read(other.id)).body).not.toHaveProperty("proofRevokedAt");
});
