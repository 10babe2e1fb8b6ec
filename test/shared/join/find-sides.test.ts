import { expect, test } from "vitest";
import { sideOf } from "#shared/join/find-sides.ts";
import type { Request } from "#shared/request/request.ts";
import { moveTo } from "#shared/request/requests.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { anEmployee } from "../../support/builders.ts";
import { aDraft, aRequest } from "../../support/requests.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";
import { RolesInMemory } from "../../support/roles-in-memory.ts";
import { TransfersInMemory } from "../../support/transfers-in-memory.ts";

const siti = anEmployee({ id: "emp_siti" });

async function hasOpen(request: Request): Promise<boolean> {
  const requests = new RequestsInMemory();
  await requests.save(moveTo(undefined, request));
  const beside = {
    roles: new RolesInMemory(),
    accountRecords: new AccountRecordsInMemory(),
    transfers: new TransfersInMemory(),
  };
  return (await sideOf({ ...beside, requests }, siti)).hasOpenRequest;
}

test("whatever waits for somebody is open, also what nobody asked for; a draft and what has ended are not", async () => {
  expect(await hasOpen(aRequest())).toBe(true);
  expect(await hasOpen(aRequest({ state: "clarifying" }))).toBe(true);
  expect(await hasOpen(aRequest({ kind: "suspect-card", unasked: true }))).toBe(true);
  expect(await hasOpen(aDraft())).toBe(false);
  for (const state of ["approved", "rejected", "withdrawn", "expired"] as const)
    expect(await hasOpen(aRequest({ state }))).toBe(false);
  expect(await hasOpen(aRequest({ person: "emp_budi" }))).toBe(false);
});
