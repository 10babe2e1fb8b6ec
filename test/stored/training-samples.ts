import { AuditTable } from "#shared/audit/audit-table.ts";
import { TrainingResultTable } from "#shared/training/training-result-table.ts";
import type { WritableTrainingResults } from "#shared/training/training-results.ts";
import { TrainingTable } from "#shared/training/training-table.ts";
import { anOffer, joinLine, learner, limitsLine } from "../support/training.ts";
import {
  aCertificateChange,
  aResult,
  aSheet,
  lineOfResult,
} from "../support/training-result-table-contract.ts";
import { lineOfOffer } from "../support/training-table-contract.ts";
import { at, type Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const table = "agency-table";
const trainings = async (tables: Tables) => {
  const history = new AuditTable(tables.db, await tables.name("audit-table"));
  return new TrainingTable(tables.db, await tables.name(table), history);
};

const results = async (tables: Tables): Promise<WritableTrainingResults> => {
  const history = new AuditTable(tables.db, await tables.name("audit-table"));
  return new TrainingResultTable(tables.db, await tables.name(table), history);
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

const writeResults = async (tables: Tables) => {
  const written = await results(tables);
  const sheet = aSheet();
  await written.saveSheet(offer.id, sheet, lineOfResult("training-sheet", sheet.revision));
  await written.saveResult(aResult(), lineOfResult("training-result", 1), aCertificateChange());
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
  "training-sheet": {
    ...{ table, key: /^0$/, write: writeResults },
    read: async (tables) => (await results(tables)).sheets(offer.id),
  },
  "training-result": {
    ...{ table, key: /^emp_/, write: writeResults },
    read: async (tables) => (await results(tables)).result(offer.id, learner(1)),
  },
  "training-learnt": {
    ...{ table, key: /^2027#/, write: writeResults },
    read: async (tables) => (await results(tables)).learnt(learner(1)),
  },
  "training-numbers": {
    ...{ table, key: /^2027$/, write: writeResults },
    read: async (tables) =>
      (await results(tables)).lastNumber({ instansiId: offer.instansiId, year: 2027 }),
  },
  "training-joined": {
    ...{ table, key: /^trn_/, write: writeOffer },
    read: async (tables) => (await trainings(tables)).joinedBy(learner(1)),
  },
};
