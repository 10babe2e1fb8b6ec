import { CampaignFormTable } from "#shared/campaign/campaign-form-table.ts";
import { aCampaign, aForm } from "../support/campaign-table-contract.ts";
import { now, type Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const table = "campaign-table";
const campaigns = async (tables: Tables) =>
  new CampaignFormTable(tables.db, await tables.name(table));

/** A form that became a request. */
const writeForm = async (tables: Tables) => {
  const all = await campaigns(tables);
  await all.add(aForm);
  await all.confirm(aForm.id, now);
  const answer = { campaignId: aCampaign.id, person: "emp_siti", sentAt: aForm.sentAt } as const;
  await all.take(aForm, { outcome: "asked", answer: { ...answer, requestId: "req_1" } });
};

export const campaignSamples: Readonly<Record<string, Sample>> = {
  campaign: {
    ...{ table, key: /^cmp_/ },
    write: async (tables) => {
      const group = { units: ["Bagian Umum"], kind: "PNS", lacks: "COM_6" } as const;
      const opened = { ...aCampaign, group, endedBy: "emp_oka" } as const;
      await (await campaigns(tables)).open(opened, ["emp_siti", "emp_budi"]);
    },
    read: async (tables) => [await (await campaigns(tables)).find("cmp_1")],
  },
  "campaign-people": {
    ...{ table, key: /^cmp_/ },
    write: async (tables) => (await campaigns(tables)).open(aCampaign, ["emp_siti", "emp_budi"]),
    read: async (tables) => (await campaigns(tables)).peopleOf("cmp_1"),
  },
  "campaign-answer": {
    ...{ table, key: /^cmp_/, write: writeForm },
    read: async (tables) => (await campaigns(tables)).answersOf("cmp_1"),
  },
  "campaign-form": {
    ...{ table, key: /^form_/, write: writeForm },
    read: async (tables) => [await (await campaigns(tables)).findForm("form_1")],
  },
};
