import { AuditTable } from "#shared/audit/audit-table.ts";
import { DeciderRuleTable } from "#shared/post/decider-rule-table.ts";
import { PostTable } from "#shared/post/post-table.ts";
import { aRule, lineOfRule } from "../support/decider-rule-table-contract.ts";
import { aPost, lineOfPost } from "../support/post-table-contract.ts";
import type { Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const table = "post-table";
const posts = async (tables: Tables) => {
  const history = new AuditTable(tables.db, await tables.name("audit-table"));
  return new PostTable(tables.db, await tables.name(table), history);
};

const writePost = async (tables: Tables) => {
  const until = "2026-12-05";
  const standIn = { person: "emp_siti", form: "plh", from: "2026-12-01", until } as const;
  const post = aPost({ holder: "emp_ani", standIns: [standIn], above: "pst_2" });
  await (await posts(tables)).save(post, undefined, lineOfPost(post));
};

const rules = async (tables: Tables) => {
  const history = new AuditTable(tables.db, await tables.name("audit-table"));
  return new DeciderRuleTable(tables.db, await tables.name(table), history);
};

export const postSamples: Readonly<Record<string, Sample>> = {
  post: {
    ...{ table, key: /^pst_/, write: writePost },
    read: async (tables) => [await (await posts(tables)).find("pst_1")],
  },
  "decider-rule": {
    ...{ table, key: /^rules#/ },
    write: async (tables) => {
      const grant = { kinds: ["tahunan", "sakit"], place: "home", post: "pst_2" } as const;
      const rule = aRule({ superior: "pst_1", ppk: "pst_3", grants: [grant] });
      await (await rules(tables)).save(rule, lineOfRule(rule));
    },
    read: async (tables) => [...(await (await rules(tables)).all("ins_contoh")).values()],
  },
  "post-person": {
    ...{ table, key: /^pst_/, write: writePost },
    read: async (tables) => (await posts(tables)).actedBy("emp_siti", "2026-12-01"),
  },
  "post-title": {
    ...{ table, key: /^(pst_|titles#)/, write: writePost },
    read: async (tables) => (await posts(tables)).list("ins_contoh", { limit: 9 }),
  },
};
