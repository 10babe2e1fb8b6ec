/** Whom a running campaign waits for, as the home tells it. */
import { expect, test } from "vitest";
import { campaignsAsking } from "#shared/campaign/campaigns-asking.ts";
import { endCampaign } from "#shared/campaign/open-campaign.ts";
import { anEmployee } from "../../support/builders.ts";
import { CampaignWorld, openedCampaign, siti } from "../../support/campaign-world.ts";

const idsOf = async (world: CampaignWorld, person = siti) =>
  (await campaignsAsking(world, person)).map(({ id }) => id);

test("it waits for its people from its first day until they have answered", async () => {
  const { world, id } = await openedCampaign();
  expect(await idsOf(world)).toEqual([id]);

  await world.fill(id, { nip: siti.nip, email: "baru@contoh.example" });
  await world.take();
  expect(await idsOf(world)).toEqual([]);
});

test("it waits for nobody after its last second, or once it was ended", async () => {
  const { world, id } = await openedCampaign();
  const { endsAt = "" } = (await world.campaigns.find(id)) ?? {};
  world.clock.advance({ seconds: (Date.parse(endsAt) - world.clock.now().getTime()) / 1000 - 1 });
  expect(await idsOf(world)).toEqual([id]);
  world.clock.advance({ seconds: 1 });
  expect(await idsOf(world)).toEqual([]);

  const { world: other, id: early } = await openedCampaign();
  const by = { employeeId: "emp_oka", instansiId: siti.instansiId, units: undefined } as const;
  await endCampaign(other, { id: early, version: 1, by });
  expect(await idsOf(other)).toEqual([]);
});

test("it waits for nobody outside of its group: of another unit, or who came later", async () => {
  const world = new CampaignWorld(siti, anEmployee({ id: "emp_lain", unitKerja: "Dinas Lain" }));
  await world.open({ units: ["Dinas Lain"] });
  const later = anEmployee({ id: "emp_baru", unitKerja: "Dinas Lain" });

  expect(await idsOf(world)).toEqual([]);
  expect(await idsOf(world, later)).toEqual([]);
  expect(await idsOf(world, anEmployee({ id: "emp_lain", unitKerja: "Dinas Lain" }))).toHaveLength(
    1,
  );
});

test("nobody is asked about a form: nobody signed in to send it", async () => {
  const { world, id } = await openedCampaign();
  await world.fill(id, { nip: siti.nip, email: "baru@contoh.example" });
  await world.take();
  const [request] = await world.requestsOf("emp_siti");
  const question = { act: "clarify", code: "other", reason: "Benar ini Anda?" } as const;
  const asked = world.decide(request?.id ?? "req_none", "emp_oka", question);

  await expect(asked).rejects.toMatchObject({ code: "request-unasked" });
  expect(await world.requestsOf("emp_siti")).toMatchObject([{ state: "submitted" }]);
});
