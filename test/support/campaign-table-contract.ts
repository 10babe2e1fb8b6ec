import { expect, test } from "vitest";
import { mailedCodeTries } from "#shared/account/mailed-code.ts";
import type { Campaign } from "#shared/campaign/campaign.ts";
import type { CampaignForm } from "#shared/campaign/campaign-form.ts";
import type { CampaignForms, Campaigns } from "#shared/campaign/campaigns.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { aNip } from "./builders.ts";

export const aCampaign: Campaign = {
  ...{ id: "cmp_1", instansiId: "ins_contoh", instansi: "Pemerintah Kabupaten Contoh" },
  ...{ title: "Pemutakhiran surel", group: {}, zone: "WIB" },
  ...{ firstDay: "2026-11-21", lastDay: "2026-11-30" },
  ...{ startsAt: "2026-11-20T17:00:00.000Z", endsAt: "2026-11-30T17:00:00.000Z" },
  ...{ openedBy: "emp_oka", openedAt: "2026-11-20T03:00:00.000Z" },
  ...{ people: 2, unmatched: 0, version: 1 },
};

export const aForm: CampaignForm = {
  ...{ id: "form_1", campaignId: "cmp_1", nip: aNip() },
  ...{ email: "siti.baru@contoh.example", phone: "0812 3456 7890", tries: 0 },
  ...{ sentAt: "2026-11-22T03:00:00.000Z", endsAt: "2026-11-22T03:15:00.000Z" },
};

const confirmedAt = new Date("2026-11-22T03:05:00.000Z");
const later = new Date("2026-12-14T17:00:00.000Z");
const changed = { code: "campaign-changed" };

/** What every table of campaigns does, the fake and the real one. `make` gives an empty table each time. */
export function campaignTableContract(make: () => Promise<Campaigns & CampaignForms>): void {
  async function opened(people: readonly EmployeeId[] = ["emp_siti", "emp_budi"]) {
    const campaigns = await make();
    await campaigns.open(aCampaign, people);
    return campaigns;
  }

  test("a campaign is found as it was opened, once, with all its people", async () => {
    const people = Array.from(
      { length: 2100 },
      (_, i) => `emp_${String(i).padStart(5, "0")}` as const,
    );
    const campaigns = await opened(people.toReversed());

    expect(await campaigns.find("cmp_1")).toEqual({ ...aCampaign, people: 2100 });
    expect(await campaigns.find("cmp_none")).toBeUndefined();
    expect(await campaigns.peopleOf("cmp_1")).toEqual(people);
    expect(await campaigns.answersOf("cmp_1")).toEqual([]);
    await expect(campaigns.open(aCampaign, ["emp_other"])).rejects.toMatchObject(changed);
    expect(await campaigns.peopleOf("cmp_1")).toHaveLength(2100);
  });

  test("an agency's are listed, and of all those that run, from and until their very instant", async () => {
    const campaigns = await opened();
    const early = { id: "cmp_2", endsAt: "2026-11-25T17:00:00.000Z" } as const;
    await campaigns.open({ ...aCampaign, ...early }, ["emp_siti"]);
    await campaigns.open({ ...aCampaign, id: "cmp_3", instansiId: "ins_lain" }, ["emp_x"]);
    const ids = (found: readonly Campaign[]) => found.map(({ id }) => id);
    const open = async (at: string) => ids(await campaigns.running(new Date(at), 9)).toSorted();

    expect(ids(await campaigns.of("ins_contoh", 9))).toEqual(["cmp_1", "cmp_2"]);
    expect(ids(await campaigns.of("ins_contoh", 1))).toEqual(["cmp_1"]);
    expect(await open("2026-11-25T16:59:59.999Z")).toEqual(["cmp_1", "cmp_2", "cmp_3"]);
    const planned = { id: "cmp_4", startsAt: "2026-11-25T17:00:00.000Z" } as const;
    await campaigns.open(
      { ...aCampaign, ...early, ...planned, endsAt: "2026-11-26T17:00:00.000Z" },
      ["emp_siti"],
    );
    expect(await open("2026-11-25T16:59:59.999Z")).toEqual(["cmp_1", "cmp_2", "cmp_3"]);
    expect(await open(early.endsAt)).toEqual(["cmp_1", "cmp_3", "cmp_4"]);
    // What is left out takes no place of what is listed.
    const first = await campaigns.running(new Date("2026-11-25T16:59:59.999Z"), 3);
    expect(ids(first).toSorted()).toEqual(["cmp_1", "cmp_2", "cmp_3"]);
    expect(await open("2026-11-26T17:00:00.000Z")).toEqual(["cmp_1", "cmp_3"]);
    expect(await open(aCampaign.endsAt)).toEqual([]);
  });

  test("of two officers who change it at once one does", async () => {
    const campaigns = await opened();
    const end = (endsAt: string) =>
      campaigns.save(aCampaign, { ...aCampaign, endsAt, endedBy: "emp_oka", version: 2 });
    const both = await Promise.allSettled([
      end("2026-11-23T00:00:00.000Z"),
      end("2026-11-24T00:00:00.000Z"),
    ]);

    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find((each) => each.status === "rejected")?.reason).toMatchObject(changed);
    expect(await campaigns.find("cmp_1")).toMatchObject({ version: 2, endedBy: "emp_oka" });
  });

  test("a form's code counts until it is settled, its tries are counted, and one confirmation wins", async () => {
    const campaigns = await opened();
    await campaigns.add(aForm);
    await expect(campaigns.add(aForm)).rejects.toMatchObject(changed);
    expect(await campaigns.findForm("form_1")).toEqual(aForm);
    const kept = { hash: "a hash", endsAt: "2026-11-22T03:20:00.000Z" };
    expect(await campaigns.keepCode("form_1", kept)).toBe(true);
    expect(await campaigns.settle("form_1")).toBe(true);
    expect(await campaigns.keepCode("form_1", { ...kept, hash: "another" })).toBe(false);
    const tries = await Promise.all(
      Array.from({ length: mailedCodeTries + 2 }, () => campaigns.countTry("form_1")),
    );
    expect(tries.filter(Boolean)).toHaveLength(mailedCodeTries);
    expect(await campaigns.untaken(later, 9)).toEqual([]);
    const confirmed = await Promise.all([0, 1].map(() => campaigns.confirm("form_1", confirmedAt)));
    expect(confirmed.filter(Boolean)).toHaveLength(1);
    const stored = { ...aForm, ...kept, settled: true, tries: mailedCodeTries };
    expect(await campaigns.untaken(later, 9)).toEqual([
      { ...stored, confirmedAt: confirmedAt.toISOString() },
    ]);
    for (const change of ["settle", "countTry"] as const)
      expect(await campaigns[change]("form_none")).toBe(false);
    expect(await campaigns.confirm("form_none", confirmedAt)).toBe(false);
  });

  test("a form that waits is not looked at before its instant, and none that was taken waits", async () => {
    const campaigns = await opened();
    await campaigns.add(aForm);
    const wait = { until: new Date("2026-11-22T04:00:00.000Z"), atMost: later };
    expect(await campaigns.postpone("form_1", wait)).toBe(false);
    await campaigns.confirm("form_1", confirmedAt);
    expect(await campaigns.postpone("form_1", wait)).toBe(true);
    const at = async (now: string) => await campaigns.untaken(new Date(now), 9);

    expect(await at("2026-11-22T03:59:59.999Z")).toEqual([]);
    expect(await at("2026-11-22T04:00:00.000Z")).toHaveLength(1);
    await campaigns.take(aForm, { outcome: "too-many" });
    expect(await campaigns.postpone("form_1", wait)).toBe(false);
  });

  test("a form is taken once, with its answer; one of nobody is counted", async () => {
    const campaigns = await opened();
    for (const id of ["form_1", "form_2"] as const) {
      await campaigns.add({ ...aForm, id });
      await campaigns.confirm(id, confirmedAt);
    }
    const answer = { campaignId: "cmp_1", person: "emp_siti", sentAt: aForm.sentAt } as const;
    const asked = { ...answer, requestId: "req_1" } as const;
    const both = await Promise.allSettled(
      [0, 1].map(() => campaigns.take(aForm, { outcome: "asked", answer: asked })),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find((each) => each.status === "rejected")?.reason).toMatchObject({
      code: "request-moved",
    });
    await campaigns.take({ ...aForm, id: "form_2" }, { outcome: "unmatched" });

    expect(await campaigns.untaken(later, 9)).toEqual([]);
    expect(await campaigns.find("cmp_1")).toMatchObject({ unmatched: 1, version: 1 });
    expect(await campaigns.answersOf("cmp_1")).toEqual([asked]);
    expect(await campaigns.answersOf("cmp_1", "emp_siti")).toEqual([asked]);
    expect(await campaigns.answersOf("cmp_1", "emp_sit")).toEqual([]);
    expect(await campaigns.findForm("form_1")).toMatchObject({ outcome: "asked" });
  });
}
