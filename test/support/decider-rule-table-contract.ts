import { expect, test } from "vitest";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { DeciderRule } from "#shared/post/decider-rule.ts";
import type { WritableDeciderRules } from "#shared/post/decider-rules.ts";

export function aRule(change: Partial<DeciderRule> = {}): DeciderRule {
  return {
    ...({ instansiId: "ins_contoh", target: "unt_1", grants: [], revision: 1 } as const),
    ...change,
  };
}

export function lineOfRule({ instansiId, target, revision }: DeciderRule): AuditEntry {
  return {
    ...{ subjectId: `decider-rule#${instansiId}#${target}`, revision },
    ...({ actor: { role: "officer", id: "emp_budi" }, changes: [] } as const),
    ...{ at: "2026-11-21T02:00:00.000Z", action: revision === 1 ? "registered" : "changed" },
  };
}

/** What every table of rules does, the fake and the real one. `make` gives an empty table each time. */
export function deciderRuleTableContract(make: () => Promise<WritableDeciderRules>): void {
  test("rules are found by whom they are for, and all of an agency", async () => {
    const rules = await make();
    const grant = { kinds: ["sakit"], place: "abroad", post: "pst_2" } as const;
    const all = [
      aRule({ superior: "pst_1", grants: [grant] }),
      aRule({ target: "emp_ani", superior: "pst_2" }),
      aRule({ target: "agency", ppk: "pst_3" }),
    ];
    for (const each of all) await rules.save(each, lineOfRule(each));
    const other = aRule({ instansiId: "ins_lain", superior: "pst_9" });
    await rules.save(other, lineOfRule(other));

    expect(new Set((await rules.all("ins_contoh")).values())).toEqual(new Set(all));
    const found = await rules.of("ins_contoh", ["unt_1", "unt_2", "emp_ani"]);
    expect(new Set(found.keys())).toEqual(new Set(["unt_1", "emp_ani"]));
    expect(found.get("unt_1")).toEqual(all[0]);
    expect((await rules.of("ins_contoh", [])).size).toBe(0);
  });

  test("a change is of the revision that was seen, and waits for what belongs to it", async () => {
    const rules = await make();
    const one = aRule();
    await rules.save(one, lineOfRule(one));
    const changed = { code: "rule-changed" };

    await expect(rules.save(one, lineOfRule(one))).rejects.toMatchObject(changed);
    const next = aRule({ superior: "pst_1", revision: 2 });
    await rules.save(next, lineOfRule(next));
    await expect(rules.save(next, lineOfRule(next))).rejects.toMatchObject(changed);
    expect([...(await rules.all("ins_contoh")).values()]).toEqual([next]);
  });
}
