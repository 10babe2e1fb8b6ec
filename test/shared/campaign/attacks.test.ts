/** The leaves of the attack tree of decision 0088: whoever knows a number may type it, and gets nothing by it. */
import { beforeEach, expect, test, vi } from "vitest";
import { toldActionOf } from "#shared/account/account-event.ts";
import { endCampaign } from "#shared/campaign/open-campaign.ts";
import { confirmForm, runningCampaigns } from "#shared/campaign/send-form.ts";
import { takeForms } from "#shared/campaign/take-forms.ts";
import { codesFrom } from "#shared/employee/email.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { CampaignWorld, siti } from "../../support/campaign-world.ts";
import { change } from "../../support/employees-in-memory.ts";
import { aGrant } from "../../support/roles-in-memory.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const evil = { nip: siti.nip, email: "penyerang@jahat.example" };
const nobody = aNip("199912312025012001");

async function started(...people: readonly Employee[]) {
  const world = new CampaignWorld(siti, ...people);
  const { id } = await world.open();
  return { world, id };
}

test("what is answered, mailed and written does not depend on whose number was typed", async () => {
  const seen = async (nip: typeof siti.nip) => {
    const { world, id } = await started();
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
  const { world, id } = await started(other);
  await world.fill(id, { nip: nobody, email: "a@contoh.example" });
  await world.fill(id, { nip: other.nip, email: "b@contoh.example" });
  expect(await world.take()).toBe(2);
  expect(await world.figures(id)).toMatchObject({ received: 0, unmatched: 2 });
  expect(await world.requestsOf("emp_lain")).toEqual([]);
});

test("an address whose mailbox nobody showed to read changes and asks for nothing", async () => {
  const { world, id } = await started();
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
  const { world, id } = await started();
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
  const { world, id } = await started();
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
  const { world, id } = await started();
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
  const { world, id } = await started(budi);
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

test("a stranger's forms keep the person's own one out neither by being first nor by their number", async () => {
  const { world, id } = await started();
  for (let i = 0; i < 3; i++) await world.fill(id, { ...evil, email: `${i}@jahat.example` });
  await world.fill(id, { nip: siti.nip, email: "asli@contoh.example" });
  expect(await world.take()).toBe(3);
  const waiting = await world.requestsOf("emp_siti");
  expect(waiting).toHaveLength(3);
  expect(await world.figures(id)).toMatchObject({ received: 1, unmatched: 0 });
  const [last] = waiting;
  if (!last) throw new Error();
  await world.decide(last.id, "emp_oka", {
    act: "reject",
    code: "other",
    reason: "Bukan orangnya",
  });
  // It was sent before the refusal, and nobody sends it again.
  world.clock.advance({ hours: 1 });
  expect(await world.take()).toBe(1);
  const own = (await world.requestsOf("emp_siti")).find(({ state }) => state === "submitted");
  expect(JSON.stringify(own?.content)).toContain("asli@contoh.example");
});

test("a form that waits for room is looked at some times a day, and dropped two weeks after the end", async () => {
  const { world, id } = await started();
  for (let i = 0; i < 4; i++) await world.fill(id, { ...evil, email: `${i}@jahat.example` });
  expect(await world.take()).toBe(3);
  const answers = vi.spyOn(world.campaigns, "answersOf");
  for (let runs = 0; runs < 24 * 12; runs++) await world.take();
  expect(answers.mock.calls.length).toBeLessThanOrEqual(6);
  world.clock.advance({ days: 24 });
  expect(await world.take()).toBe(1);
  expect(await world.figures(id)).toMatchObject({ unmatched: 1 });
});

test("who reads the recorded mailbox waits behind no stranger", async () => {
  const { world, id } = await started();
  for (let i = 0; i < 3; i++) await world.fill(id, { ...evil, email: `${i}@jahat.example` });
  const { nip, email = "" } = siti;
  await world.fill(id, { nip, email, phone: "0812 9999 999" });
  expect(await world.take()).toBe(4);
  expect(await world.requestsOf("emp_siti")).toHaveLength(4);
});

test("one address is one waiting request, however often it is sent, and is mailed three codes an hour at most", async () => {
  const { world, id } = await started();
  await world.fill(id, evil, "203.0.113.1");
  await world.fill(id, evil, "203.0.113.2");
  await world.take();
  await world.fill(id, evil, "203.0.113.3");
  await expect(world.fill(id, evil, "203.0.113.4")).rejects.toMatchObject({
    code: "too-many-attempts",
  });
  await world.take();
  expect(await world.requestsOf("emp_siti")).toHaveLength(1);
});

test.each([
  ["korban@contoh.example", "Korban+1@contoh.example", "korban+2+3@CONTOH.example"],
  ["korban.satu@gmail.com", "k.o.rbansatu@gmail.com", "korbansatu+a.b@googlemail.com"],
])("other spellings of %s bring it no further codes", async (address, ...spellings) => {
  const { world, id } = await started();
  for (const email of [address, ...spellings]) await world.send(id, { ...evil, email });
  const again = address.replace("@", "+9@");
  await expect(world.send(id, { ...evil, email: again })).rejects.toMatchObject({
    code: "too-many-attempts",
  });
  await world.send(id, { ...evil, email: `lain-${address}` });
  expect(world.mailbox).toHaveLength(4);
});

test("one agency's campaigns close no other's: its form is taken, and it is listed", async () => {
  const { world, id } = await started();
  const own = await world.campaigns.find(id);
  if (!own) throw new Error();
  for (let i = 0; i < 1000; i++) {
    const sooner = { endsAt: "2026-11-29T17:00:00.000Z", instansiId: "ins_lain" };
    const startsAt = i < 900 ? "2026-11-28T17:00:00.000Z" : own.startsAt;
    await world.campaigns.open({ ...own, ...sooner, id: `cmp_lain${i}`, startsAt }, ["emp_lain"]);
  }
  const listed = await runningCampaigns(world);
  expect(listed).toHaveLength(101);
  expect(listed.at(-1)?.id).toBe(id);
  world.clock.advance({ days: 8 });
  expect((await runningCampaigns(world)).map((each) => each.id)).not.toContain(id);
  await world.fill(id, evil);
  expect(await world.take()).toBe(1);
});

test("an agency has twenty campaigns that have not ended, and room for one when one ends", async () => {
  const { world } = await started();
  world.limits.count = async () => {};
  for (let i = 1; i < 20; i++) await world.open({}, `k${i}`);
  await expect(world.open({}, "k20")).rejects.toMatchObject({ code: "too-many-campaigns" });
  // The same key is the same campaign still.
  const { id, version } = await world.open({}, "k19");
  const by = { employeeId: "emp_oka", instansiId: siti.instansiId, units: undefined } as const;
  await endCampaign(world, { id, version, by });
  expect((await world.open({}, "k20")).version).toBe(1);
});

test("a form is taken once, whatever runs meet, and one that fails keeps no other back", async () => {
  const budi = anEmployee({
    id: "emp_budi",
    nip: aNip("198001012005012001"),
    email: "budi@contoh.example",
  });
  const { world, id } = await started(budi);
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
  const { world, id } = await started();
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
  const { world, id } = await started();
  await world.fill(id, evil);
  await world.take();
  const said = JSON.stringify(info.mock.calls);
  for (const secret of [evil.email, evil.nip, "0812 3456 7890"]) expect(said).not.toContain(secret);
});
