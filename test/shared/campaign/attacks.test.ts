/** The leaves of the attack tree of decision 0088: whoever knows a number may type it, and gets nothing by it. */
import { beforeEach, expect, test, vi } from "vitest";
import { toldActionOf } from "#shared/account/account-event.ts";
import { confirmForm } from "#shared/campaign/send-form.ts";
import { takeForms } from "#shared/campaign/take-forms.ts";
import { codesFrom } from "#shared/employee/email.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { type CampaignWorld, openedCampaign, siti } from "../../support/campaign-world.ts";
import { change } from "../../support/employees-in-memory.ts";
import { aGrant } from "../../support/roles-in-memory.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const evil = { nip: siti.nip, email: "penyerang@jahat.example" };
const nobody = aNip("199912312025012001");

test("what is answered, mailed and written does not depend on whose number was typed", async () => {
  const seen = async (nip: typeof siti.nip) => {
    const { world, id } = await openedCampaign();
    const find = vi.spyOn(world.employees, "findByNip");
    const people = vi.spyOn(world.campaigns, "peopleOf");
    const secret = await world.send(id, { nip, email: evil.email });
    const wrong = await confirmForm(world, { secret, code: "00000000" }).catch(({ code }) => code);
    const right = await confirmForm(world, { secret, code: world.codeOf(evil.email) });
    expect(find).not.toHaveBeenCalled();
    expect(people).not.toHaveBeenCalled();
    const [mail] = world.mailbox;
    return {
      ...{ length: secret.length, wrong, right, mails: world.mailbox.length },
      ...{ to: mail?.to, text: mail?.lines.join("\n").replaceAll(/\d{8}/g, "") },
    };
  };
  expect(await seen(siti.nip)).toEqual(await seen(nobody));
});

test("a number of nobody, or of nobody in the group, becomes no request, and is counted for officers alone", async () => {
  const other = anEmployee({
    id: "emp_lain",
    nip: aNip("198001012005012001"),
    instansiId: "ins_lain",
  });
  const { world, id } = await openedCampaign(other);
  await world.fill(id, { nip: nobody, email: "a@contoh.example" });
  await world.fill(id, { nip: other.nip, email: "b@contoh.example" });
  expect(await world.take()).toBe(2);
  expect(await world.figures(id)).toMatchObject({ received: 0, unmatched: 2 });
  expect(await world.requestsOf("emp_lain")).toEqual([]);
});

test("an address whose mailbox nobody showed to read changes and asks for nothing", async () => {
  const { world, id } = await openedCampaign();
  const secret = await world.send(id, evil);
  for (let i = 0; i < 5; i++)
    await expect(confirmForm(world, { secret, code: "00000000" })).rejects.toMatchObject({
      code: "mailed-code-refused",
    });
  const code = world.codeOf(evil.email);
  await expect(confirmForm(world, { secret, code })).rejects.toMatchObject({
    code: "too-many-codes",
  });
  const late = await world.send(id, evil);
  world.clock.advance({ minutes: 16 });
  await expect(
    confirmForm(world, { secret: late, code: world.codeOf(evil.email) }),
  ).rejects.toMatchObject({ code: "mailed-code-expired" });
  await expect(confirmForm(world, { secret: "frm_0", code })).rejects.toMatchObject({
    code: "mailed-code-expired",
  });
  expect(await world.take()).toBe(0);
});

test("a form alone changes no record: its person hears of it at the recorded address, and can withdraw it", async () => {
  const { world, id } = await openedCampaign();
  await world.fill(id, evil);
  await world.take();
  expect(await world.employees.find("emp_siti")).toEqual(siti);
  const [request] = await world.requestsOf("emp_siti");
  expect(request).toMatchObject({ kind: "contact", state: "submitted" });
  expect(request?.trail).toEqual([{ act: "submitted", at: request?.submittedAt }]);
  const line = world.employees.history.findLast(({ action }) => action === "contact-proposed");
  expect(line).toMatchObject({ actor: { role: "system" }, matterId: request?.id });
  expect(line && toldActionOf(line)).toEqual({ employeeId: "emp_siti", code: "contact-proposed" });
});

test("where the mailbox alone lets somebody in, two officers decide; where there is an authenticator, one", async () => {
  const { world, id } = await openedCampaign();
  await world.fill(id, evil);
  await world.take();
  const [request] = await world.requestsOf("emp_siti");
  if (!request) throw new Error();
  expect(request.chain.map(({ role }) => role)).toEqual(["petugas", "penyetuju"]);
  await world.decide(request.id, "emp_oka");
  expect((await world.employees.find("emp_siti"))?.email).toBe(siti.email);
  // Nobody decides both links, whatever roles they have.
  world.roles.set("emp_oka", aGrant("petugas"), aGrant("penyetuju"));
  await expect(world.decide(request.id, "emp_oka")).rejects.toMatchObject({
    code: "request-decided-by-you",
  });
  await world.decide(request.id, "emp_tuti");
  const after = await world.employees.find("emp_siti");
  expect(after).toMatchObject({ email: evil.email, phone: "0812 3456 7890" });
  const move = after?.emailMoves?.at(-1);
  expect(move).toMatchObject({ from: siti.email, by: { id: "emp_oka" }, approvedBy: "emp_tuti" });
  // And even then codes wait, while the former address is told.
  expect(after && codesFrom(after, 24)?.getTime()).toBeGreaterThan(world.clock.now().getTime());
  expect(await world.figures(id)).toMatchObject({ approved: 1, waiting: 0 });
});

test("an authenticator that was lost after the form was sent makes one officer too few", async () => {
  const { world, id } = await openedCampaign();
  await world.accountRecords.add(siti, world.clock.now());
  await world.accountRecords.activate(siti, world.clock.now());
  const summary = vi.spyOn(world.accountRecords, "summary");
  summary.mockResolvedValueOnce({ ...(await summaryOf(world)), state: "ready" });
  await world.fill(id, evil);
  await world.take();
  const [request] = await world.requestsOf("emp_siti");
  if (!request) throw new Error();
  expect(request.chain).toHaveLength(1);
  summary.mockRestore();
  await expect(world.decide(request.id, "emp_oka")).rejects.toMatchObject({
    code: "request-outdated",
  });
  expect((await world.employees.find("emp_siti"))?.email).toBe(siti.email);
});

async function summaryOf(world: CampaignWorld) {
  const found = await world.accountRecords.summary("emp_siti");
  if (!found) throw new Error("There is no account.");
  return found;
}

test("somebody else's address is proposed for nobody, and not approved once it is", async () => {
  const budi = anEmployee({
    id: "emp_budi",
    nip: aNip("198001012005012001"),
    email: "budi@contoh.example",
  });
  const { world, id } = await openedCampaign(budi);
  await world.fill(id, { nip: siti.nip, email: "BUDI@contoh.example" });
  await world.fill(id, { nip: siti.nip, email: "dua@contoh.example" });
  await world.take();
  const [request, ...others] = await world.requestsOf("emp_siti");
  expect(others).toEqual([]);
  if (!request) throw new Error();
  await change(world.employees, budi, { email: "dua@contoh.example" }, world.clock);
  await world.decide(request.id, "emp_oka", { act: "take" });
  await expect(world.decide(request.id, "emp_oka")).rejects.toMatchObject({
    code: "request-outdated",
  });
  expect(await world.figures(id)).toMatchObject({ unmatched: 1 });
});

test("a form is taken once, whatever runs meet, and one that fails keeps no other back", async () => {
  const budi = anEmployee({
    id: "emp_budi",
    nip: aNip("198001012005012001"),
    email: "budi@contoh.example",
  });
  const { world, id } = await openedCampaign(budi);
  await world.fill(id, evil);
  await world.fill(id, { nip: budi.nip, email: "budi.baru@contoh.example" });
  const error = vi.spyOn(logger, "error").mockReturnValue();
  const find = vi.spyOn(world.employees, "findByNip");
  find.mockRejectedValueOnce(new Error("no capacity"));
  await expect(takeForms(world)).rejects.toThrow("no capacity");
  expect(await world.requestsOf("emp_budi")).toHaveLength(1);
  expect(error.mock.calls).toMatchObject([
    ["job.item-failed", { part: "forms", id: expect.stringMatching(/^form_/) }],
  ]);
  // What another run took meanwhile is nothing of this one.
  const taken = await Promise.all([takeForms(world), takeForms(world)]);
  expect(taken.toSorted()).toEqual([0, 1]);
  expect(await world.requestsOf("emp_siti")).toHaveLength(1);
  expect(await world.campaigns.untaken(world.clock.now(), 9)).toEqual([]);
  expect(await world.campaigns.answersOf(id)).toHaveLength(2);
});

test("who decides over others is changed by no form: two operators take the role back first", async () => {
  const { world, id } = await openedCampaign();
  world.roles.set("emp_siti", aGrant("petugas"));
  await world.fill(id, evil);
  await world.take();
  const [request] = await world.requestsOf("emp_siti");
  if (!request) throw new Error();
  await world.decide(request.id, "emp_oka");
  await expect(world.decide(request.id, "emp_tuti")).rejects.toMatchObject({
    code: "change-needs-operators",
  });
});

test("nothing of it is in a log", async () => {
  const info = vi.spyOn(logger, "info").mockReturnValue();
  const { world, id } = await openedCampaign();
  await world.fill(id, evil);
  await world.take();
  const said = JSON.stringify(info.mock.calls);
  for (const secret of [evil.email, evil.nip, "0812 3456 7890"]) expect(said).not.toContain(secret);
});
