import { expect, test } from "vitest";
import type { WritableAgencies } from "#shared/agency/agencies.ts";
import type { Agency } from "#shared/agency/agency.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";

export function anAgency(change: Partial<Agency> = {}): Agency {
  return {
    id: "ins_contoh",
    revision: 1,
    name: "Pemerintah Kabupaten Contoh",
    zone: "WITA",
    emblem: "truntum",
    texts: { contact: "Hubungi BKPSDM." },
    ...change,
  };
}

function lineOf({ id, revision }: Agency): AuditEntry {
  return {
    subjectId: `agency#${id}`,
    revision,
    at: "2026-11-21T02:00:00.000Z",
    actor: { role: "operator", id: "emp_oka" },
    action: revision === 1 ? "registered" : "changed",
    changes: [],
  };
}

/** What every agency table does, the fake and the real one. `make` gives an empty table each time. */
export function agencyTableContract(make: () => Promise<WritableAgencies>): void {
  test("an agency is found as it was saved, and listed by its id", async () => {
    const agencies = await make();
    const [one, other] = [anAgency(), anAgency({ id: "a", name: "A", texts: {} })];
    for (const each of [one, other]) await agencies.save(each, lineOf(each));

    expect(await agencies.find("ins_contoh")).toEqual(one);
    expect(await agencies.list()).toEqual([other, one]);
    for (const id of ["ins_other", "constructor", ""])
      expect(await agencies.find(id)).toBeUndefined();
  });

  test("an id is given once, and a change is of the revision that was seen", async () => {
    const agencies = await make();
    const first = anAgency();
    await agencies.save(first, lineOf(first));
    const next = anAgency({ revision: 2, name: "Kabupaten Contoh" });

    const taken = { code: "agency-changed" };
    await expect(agencies.save(first, lineOf(first))).rejects.toMatchObject(taken);
    await agencies.save(next, lineOf(next));
    await expect(agencies.save(next, lineOf(next))).rejects.toMatchObject(taken);
    const ahead = anAgency({ revision: 4 });
    await expect(agencies.save(ahead, lineOf(ahead))).rejects.toMatchObject(taken);
    const nobody = anAgency({ id: "ins_nobody", revision: 2 });
    await expect(agencies.save(nobody, lineOf(nobody))).rejects.toMatchObject(taken);
    expect(await agencies.list()).toEqual([next]);
  });

  test("of two changes at once one is saved, and the other one is told", async () => {
    const agencies = await make();
    await agencies.save(anAgency(), lineOf(anAgency()));
    const changes = ["Kabupaten A", "Kabupaten B"].map((name) => anAgency({ revision: 2, name }));

    const ended = await Promise.allSettled(
      changes.map((each) => agencies.save(each, lineOf(each))),
    );

    expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(ended.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "agency-changed" },
    });
    const saved = changes[ended.findIndex(({ status }) => status === "fulfilled")];
    expect(await agencies.find("ins_contoh")).toEqual(saved);
  });

  test("an agency that stays as it is knows its new work, if it is as it was seen", async () => {
    const agencies = await make();
    const first = anAgency();
    await agencies.save(first, lineOf(first));
    const pointed = { ...first, nameWork: "blk_1" } as const;
    await agencies.point(first, pointed);

    expect(await agencies.find(first.id)).toEqual(pointed);
    const taken = { code: "agency-changed" };
    await expect(agencies.point(first, { ...first, nameWork: "blk_2" })).rejects.toMatchObject(
      taken,
    );
    await agencies.point(pointed, { ...first, nameWork: "blk_2" });
    const older = { ...pointed, nameWork: "blk_2", revision: 2 } as const;
    await expect(agencies.point(older, older)).rejects.toMatchObject(taken);
    expect(await agencies.find(first.id)).toMatchObject({ nameWork: "blk_2", revision: 1 });
  });
}
