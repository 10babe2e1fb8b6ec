import { AuditTable } from "#shared/audit/audit-table.ts";
import { TrainingTable } from "#shared/training/training-table.ts";
import { anOffer, joinLine, learner, limitsLine } from "../support/training.ts";
import { lineOfOffer } from "../support/training-table-contract.ts";
import { at, type Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const table = "agency-table";
const trainings = async (tables: Tables) => {
  const history = new AuditTable(tables.db, await tables.name("audit-table"));
  return new TrainingTable(tables.db, await tables.name(table), history);
};

const offer = anOffer({
  unitQuotas: [{ unit: "Bagian Umum", seats: 3 }],
  programme: { subjects: [{ name: "Kebijakan kearsipan", jp: 20 }] },
});

const writeOffer = async (tables: Tables) => {
  const written = await trainings(tables);
  await written.save(offer, lineOfOffer(offer), limitsLine(offer));
  await written.noteJoin(learner(1), { instansiId: offer.instansiId, offer: offer.id });
  await written.append(offer.id, joinLine(1, at));
  const cancel = { act: "cancel", at, person: learner(1), reason: "Tugas lain" } as const;
  await written.append(offer.id, cancel);
};

/** They lie beside the agency, under kinds of their own. */
export const trainingSamples: Readonly<Record<string, Sample>> = {
  "training-offer": {
    ...{ table, key: /^trn_/, write: writeOffer },
    read: async (tables) => (await trainings(tables)).list(offer.instansiId),
  },
  "training-register": {
    ...{ table, key: /^trn_/, write: writeOffer },
    read: async (tables) => (await trainings(tables)).register(offer.id),
  },
  "training-joined": {
    ...{ table, key: /^trn_/, write: writeOffer },
    read: async (tables) => (await trainings(tables)).joinedBy(learner(1)),
  },
};
