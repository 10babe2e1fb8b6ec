import { expect, test } from "vitest";
import { countRequests } from "#shared/desk/count-requests.ts";
import type { Request } from "#shared/request/request.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aRequest, chainOfTwo } from "../../support/requests.ts";
import { aGrant } from "../../support/roles-in-memory.ts";

const clock = new FakeClock();
const inHours = (hours: number) =>
  new Date(clock.now().getTime() + hours * 3_600_000).toISOString();
const { instansiId } = aRequest();
const petugas = {
  employeeId: "emp_budi",
  instansiId,
  roles: [aGrant("petugas")],
} as const;
const api = (...waiting: readonly Request[]) => ({
  clock,
  requests: { waiting: async () => [...waiting] },
});

test("what waits for this reader is counted, and what is due within a day or was late", async () => {
  const waiting = api(
    aRequest({ dueAt: inHours(30) }),
    aRequest({ dueAt: inHours(23) }),
    aRequest({ dueAt: inHours(40), widened: true }),
    aRequest({ dueAt: inHours(2), place: 1 }),
    aRequest({ dueAt: inHours(2), person: petugas.employeeId }),
  );

  expect(await countRequests(waiting, petugas)).toEqual({
    waiting: [{ item: "requests", count: 3, urgent: 2 }],
  });
});

test("an approval that has just come is not urgent, and is one once most of its day is over", async () => {
  const penyetuju = { ...petugas, roles: [aGrant("penyetuju")] } as const;
  const approval = { chain: chainOfTwo, place: 1 };
  const countOf = async (hours: number) =>
    (await countRequests(api(aRequest({ ...approval, dueAt: inHours(hours) })), penyetuju)).waiting;

  expect(await countOf(23.9)).toEqual([{ item: "requests", count: 1 }]);
  expect(await countOf(7.9)).toEqual([{ item: "requests", count: 1, urgent: 1 }]);
});

test("a long queue is cut, and who decides nothing has none", async () => {
  const many = Array.from({ length: 101 }, () => aRequest({ dueAt: inHours(30) }));

  expect(await countRequests(api(...many), petugas)).toEqual({
    waiting: [{ item: "requests", count: 100, isMore: true }],
  });
  const auditor = { ...petugas, roles: [aGrant("auditor")] } as const;
  expect(await countRequests(api(...many), auditor)).toEqual({ waiting: [] });
});
