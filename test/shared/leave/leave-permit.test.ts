/** The Surat Izin Cuti says who had the leave and who gave it, as both were at that moment. */
import { expect, test } from "vitest";
import {
  deciderOf,
  findForDecider,
  tellForDecider,
  waitingLeaves,
} from "#shared/leave/decide-leave.ts";
import {
  decidedLeaveAnswer,
  ownLeaveAnswer,
  waitingLeavesAnswer,
} from "#shared/leave/leave-answers.ts";
import { askedOf, leaveOf, permitOf } from "#shared/leave/leave-content.ts";
import { tellOwnLeave } from "#shared/leave/tell-leave.ts";
import { heldRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { tellHeldRequest } from "#shared/request-kinds/tell-content.ts";
import { permitContent } from "../../../functions/request-api/leave-permit-page.ts";
import { change } from "../../support/employees-in-memory.ts";
import { advice, agreed, leaveWorld, no, office } from "../../support/leave-world.ts";
import { lineOfPost } from "../../support/post-table-contract.ts";

test("the decision is its signature: whose post, in which form, and what stays when the record changes", async () => {
  const { ask, clock, current, decide, employees, posts } = await leaveWorld();
  const before = (await posts.findAll([office])).get(office);
  if (!before) throw new Error("No post.");
  const days = { from: "2026-11-30", until: "2026-12-31" };
  const next = {
    ...{ ...before, revision: before.revision + 1 },
    standIns: [{ ...days, person: "emp_head", form: "plh" } as const],
  };
  await posts.save(next, before, lineOfPost(next));
  const { id } = await ask();
  // Who stands in for the second post decides it as the second one, too.
  await decide("emp_head", id, (await current(id)).chain.length === 2 ? advice : agreed);
  const given = await current(id);
  expect(given.state).toBe("approved");
  const siti = await employees.find("emp_siti");
  if (!siti) throw new Error("Nobody.");
  await change(employees, siti, { jabatan: "Analis Lain" }, clock);

  const permit = permitOf(await current(id));
  expect(permit).toMatchObject({ day: "2026-11-30", signer: { post: "Plh. Kepala Badan" } });
  expect(permit?.jabatan).toBe(siti.jabatan);
  expect(leaveOf(given)).toMatchObject({ permit: true });
  expect(askedOf(given)).not.toHaveProperty("permit");
  const content = permitContent(given);
  expect(content?.subject).toBe("Izin cuti 21 Desember 2026 sampai dengan 23 Desember 2026");
  expect(content?.subject).not.toMatch(/Tahunan|Siti/);
  expect(JSON.stringify(content?.parts)).toMatch(/Cuti Tahunan.*3 hari kerja \(3 hari kalender\)/);
});

test("what was not given has none", async () => {
  const { ask, current, decide } = await leaveWorld();
  const { id } = await ask();
  expect(permitContent(await current(id))).toBeUndefined();
  await decide("emp_head", id, advice);
  await decide("emp_chief", id, no);
  expect(permitContent(await current(id))).toBeUndefined();
  expect(leaveOf(await current(id))).not.toHaveProperty("permit");
});

test("what readers are told has its shape, before the decision and after it, and no signer", async () => {
  const { api, ask, current, decide, employees } = await leaveWorld();
  const { id } = await ask();
  const [head, chief, siti] = await Promise.all(
    (["emp_head", "emp_chief", "emp_siti"] as const).map((each) => employees.find(each)),
  );
  if (!head || !chief || !siti) throw new Error("Nobody.");
  expect(waitingLeavesAnswer.parse(await waitingLeaves(api, head)).items).toHaveLength(1);
  await decide("emp_head", id, advice);
  await decide("emp_chief", id, agreed);
  const by = await deciderOf(api, chief);
  const found = await findForDecider(api, { id, by });
  const told = await tellForDecider({ ...api, kind: api.kinds.leave }, found, by);
  const own = await tellOwnLeave(api, siti);
  expect(decidedLeaveAnswer.parse(told).content.permit).toBe(true);
  expect(ownLeaveAnswer.parse(own).leaves).toMatchObject([{ content: { permit: true } }]);
  const held = tellHeldRequest(await current(id), siti, api.clock.now());
  expect(heldRequest.parse(held)).toMatchObject({ content: { permit: true } });
  expect(JSON.stringify([told, own, held])).not.toContain("Kepala Badan,");
});
