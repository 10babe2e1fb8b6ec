/** A kind that the engine has never heard of: nothing of shared/request changes for it. */
import { expect, test } from "vitest";
import { submitRequest } from "#shared/request/ask-request.ts";
import { decideRequest } from "#shared/request/decide-request.ts";
import { passDeadlines } from "#shared/request/pass-deadlines.ts";
import type { Asked, RequestKind } from "#shared/request/request-kind.ts";
import type { Requests } from "#shared/request/requests.ts";
import type { RequestDecider } from "#shared/request/whose-turn.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { anEmployee } from "../../support/builders.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { freezesInMemory } from "../../support/freezes.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";
import { actsInNone, aGrant, RolesInMemory } from "../../support/roles-in-memory.ts";

/** Keys of a room, which three people hand out one after the other. */
function roomKeys(requests: Pick<Requests, "save">, handedOut: string[]): RequestKind {
  const read = (content: Asked["content"]) => {
    if (typeof content !== "string" || content === "")
      throw new InvalidInput({ field: "room", code: "required" });
    return content;
  };
  return {
    answerDays: 2,
    read,
    keep: async ({ content }) => ({
      ...{ content: read(content), group: "room" },
      chain: [
        { role: "petugas", hours: 1 },
        { role: "petugas", hours: 1 },
        { role: "penyetuju", hours: 2 },
      ],
    }),
    isOutdated: async () => false,
    carryOut: async (move) => {
      await requests.save(move);
      handedOut.push(String(move.after.content));
    },
  };
}

test("another kind goes through the same states, chain, deadlines and refusals", async () => {
  const clock = new FakeClock();
  const requests = new RequestsInMemory();
  const roles = new RolesInMemory();
  const siti = anEmployee();
  const handedOut: string[] = [];
  const api = {
    freezes: freezesInMemory(clock).freezes,
    ...{ requests, clock, limits: new LimitsInMemory(), employees: { find: async () => siti } },
    kinds: { "room-key": roomKeys(requests, handedOut) },
    actsIn: actsInNone,
    standingOf: async (id: `emp_${string}`) => {
      const given = await roles.find(id);
      return { roles: given.grants, unchanged: roles.unchanged(given) };
    },
  };
  const by = (id: `emp_${string}`, role: "petugas" | "penyetuju"): RequestDecider => {
    roles.set(id, aGrant(role));
    return { employeeId: id, instansiId: siti.instansiId, roles: [aGrant(role)] };
  };
  const asked = { key: "k", kind: "room-key", files: [], person: siti };

  await expect(submitRequest(api, { ...asked, content: "" })).rejects.toMatchObject({
    code: "invalid-input",
  });
  await expect(
    submitRequest(api, { ...asked, kind: "toString", content: "B12" }),
  ).rejects.toMatchObject({ code: "not-found" });
  const sent = await submitRequest(api, { ...asked, content: "B12" });
  clock.advance({ hours: 1 });
  expect(await passDeadlines(api)).toBe(1);
  const agree = async (who: RequestDecider) => {
    clock.advance({ minutes: 1 });
    const { version = 0 } = (await requests.find(sent.id)) ?? {};
    return await decideRequest(api, { id: sent.id, version, by: who, decision: { act: "agree" } });
  };
  await agree(by("emp_a", "petugas"));
  await expect(agree(by("emp_a", "petugas"))).rejects.toMatchObject({
    code: "request-decided-by-you",
  });
  await agree(by("emp_b", "petugas"));
  await expect(agree(by("emp_d", "petugas"))).rejects.toMatchObject({ code: "forbidden" });
  expect(handedOut).toEqual([]);
  expect(await agree(by("emp_c", "penyetuju"))).toMatchObject({
    request: { state: "approved" },
  });
  expect(handedOut).toEqual(["B12"]);
});
