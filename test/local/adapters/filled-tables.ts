/** Something of every kind in the tables that lists read: asked for through the routes, or written by the adapters. */

import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { noCounts } from "#shared/import/import.ts";
import { writeTogether } from "#shared/runtime/conditional-write.ts";
import { namesOfPeople } from "../../functions/askers.ts";
import { subject } from "../../functions/route-requests.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { anApproval } from "../../support/approval-table-contract.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { aBulk } from "../../support/bulk-table-contract.ts";
import { anExport } from "../../support/export-table-contract.ts";
import { anImport } from "../../support/imports.ts";
import { aNotification } from "../../support/notification-table-contract.ts";
import { aPrint } from "../../support/print-table-contract.ts";
import { anOffer, joinLine, limitsLine } from "../../support/training.ts";
import { lineOfOffer } from "../../support/training-table-contract.ts";
import { changeOfTree } from "../../support/unit-table-contract.ts";
import { aUnit } from "../../support/units-in-memory.ts";
import type { storedTables } from "./stored-tables.ts";

const { instansiId } = subject;
const facts = {
  ...{ fileName: "pegawai.csv", mode: "all", fileDigest: "f1", resultsDigest: "r1" },
  ...{ rows: 3, counts: noCounts },
};
const at = new Date("2026-11-20T03:00:00.000Z");
const idRest = (i: number) => `${"0".repeat(25)}${i}` as const;

/** The id of who asks as this one. */
export function idOf(name: (typeof namesOfPeople)[number]) {
  return `emp_${namesOfPeople.indexOf(name)}` as const;
}

/** Two of each, so that there is another one when one cannot be read. */
export async function fillTables(
  tables: Awaited<ReturnType<typeof storedTables>>,
  db: DynamoDBDocumentClient,
): Promise<void> {
  const actor = { role: "operator", id: idOf("operator") } as const;
  const line = { revision: 1, at: at.toISOString(), actor, changes: [] };
  for (const id of [instansiId, "ins_lain"])
    await tables.agencies.save(anAgency({ id }), {
      ...line,
      ...{ subjectId: `agency#${id}`, action: "registered" },
    });
  const units = ["Dinas Satu", "Dinas Dua"].map((name) => aUnit({ instansiId, name }));
  for (const [seen, unit] of units.entries())
    await tables.units.write(
      changeOfTree({ instansiId, seen, saved: [unit], claimed: [{ unit, name: unit.name }] }),
    );
  for (const [i, id] of (["emp_satu", "emp_dua"] as const).entries()) {
    const person = anEmployee({
      ...{ id, email: `${id}@contoh.example`, photoId: undefined },
      nip: aNip(`19900212201001200${i + 1}`),
    });
    await tables.employees.add(person, {
      ...line,
      ...{ subjectId: id, action: "registered" },
    });
    await writeTogether(db, [
      tables.accountRecords.adding(person, new Date(at.getTime() + i * 1000)),
    ]);
  }
  await fillWork(tables);
  await fillTrainings(tables);
}

/** To which the holder has come. */
async function fillTrainings(tables: Awaited<ReturnType<typeof storedTables>>): Promise<void> {
  const holder = idOf("holder");
  for (const i of [1, 2]) {
    const offer = anOffer({ id: `trn_${idRest(i)}`, instansiId });
    await tables.trainings.save(offer, lineOfOffer(offer), limitsLine(offer));
    await tables.trainings.noteJoin(holder, { instansiId, offer: offer.id });
    const join = { ...joinLine(i, at.toISOString()), person: holder };
    await tables.trainings.append(offer.id, join);
  }
}

async function fillWork(tables: Awaited<ReturnType<typeof storedTables>>): Promise<void> {
  for (const i of [1, 2]) {
    const asked = { askedBy: idOf("petugas"), instansiId } as const;
    const approval = anApproval({
      id: `apr_${idRest(i)}`,
      kind: "import",
      ...{ old: null, new: facts, decider: "penyetuju" },
      asker: { id: idOf("petugas"), role: "petugas" },
      subject: { id: `imp_${idRest(i)}`, instansiId, unitKerja: "", revision: 1 },
    });
    await tables.approvals.add(approval, []);
    const asking = { mode: "all", approvalId: approval.id } as const;
    await tables.imports.add(
      anImport({ id: `imp_${idRest(i)}`, ...asked, state: "waiting", asking }),
    );
    const bulkId = `blk_${idRest(i)}` as const;
    await tables.bulks.start(aBulk({ id: bulkId, ...asked }));
    await tables.imports.add(
      anImport({ id: `imp_${idRest(i + 2)}`, ...asked, state: "applying", asking, bulkId }),
    );
    await tables.exports.add(
      anExport({
        id: `exp_${idRest(i)}`,
        ...{ officerId: idOf("petugas"), instansiId, state: "asked", approvalId: approval.id },
      }),
    );
    await tables.prints.add(
      aPrint({ id: `prt_${idRest(i)}`, officerId: idOf("petugas"), instansiId }),
    );
    await tables.notifications.add(
      aNotification({ employeeId: idOf("holder"), id: `${at.toISOString()}#${i}` }),
    );
  }
}
