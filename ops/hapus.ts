import { parseArgs } from "node:util";
import { keptReason } from "#shared/access/reason.ts";
import { RoleTable } from "#shared/access/role-table.ts";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { leftAt } from "#shared/employee/erase-record.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { maskNip } from "#shared/employee/nip.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { revise } from "#shared/employee/revision.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { leaversOf } from "#shared/erasure/erase-leavers.ts";
import { jakartaDay, systemClock } from "#shared/runtime/clock.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { type Command, UsageError } from "./command.ts";
import { findPerson } from "./find-person.ts";
import { decisionOptions, neededDecision, operatorWhoDecides } from "./operators.ts";
import { readOutputs } from "./stack-outputs.ts";

export const hapus: Command = {
  usage: `kartu hapus rencana --tahun N [--outputs cdk-outputs.json]
kartu hapus tahan NIP --oleh NIP --alasan TEKS
kartu hapus lepas NIP --oleh NIP --alasan TEKS

rencana  siapa yang datanya akan dihapus bila erasureYears bernilai N; tidak menghapus apa pun
tahan    menahan penghapusan data seseorang, misalnya karena perkara, atas keputusan operator --oleh; dicatat di riwayat
lepas    melepas penahanan itu`,

  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...decisionOptions,
        tahun: { type: "string", default: "" },
      },
    });
    const [verb, nip = ""] = positionals;
    if (verb === "rencana") return await plan(connect(values.outputs), values.tahun, print);
    if (verb !== "tahan" && verb !== "lepas")
      throw new UsageError("Sebut rencana, tahan, atau lepas.");
    const decision = neededDecision(values);
    const world = connect(values.outputs);
    const person = await findPerson(world, nip);
    const by = await operatorWhoDecides(world, { nip: decision.nip, about: person });
    await hold(world, person, {
      isHeld: verb === "tahan",
      by,
      reason: keptReason(decision.reason),
    });
    print(`${maskNip(person.nip)} (${person.id}): ${verb === "tahan" ? "ditahan" : "dilepas"}.`);
  },
};

type World = ReturnType<typeof connect>;

function connect(outputsFile: string) {
  const names = readOutputs(outputsFile, [
    "EmployeeTable",
    "MarkerTable",
    "OpenChangeTable",
    "AuditTable",
    "RoleTable",
    "AgencyTable",
  ]);
  const db = documentClient();
  return {
    employees: new WritableEmployeeTable(db, names.EmployeeTable, {
      audit: new AuditTable(db, names.AuditTable),
      changes: new OpenChangeTable(db, names.OpenChangeTable),
      markers: new MarkerTable(db, names.MarkerTable),
    }),
    roles: new RoleTable(db, names.RoleTable),
    agencies: new AgencyTable(db, names.AgencyTable),
    clock: systemClock,
  };
}

/** NIPs are masked, because people copy this output into tickets. */
async function plan(world: World, typed: string, print: (line: string) => void): Promise<void> {
  const erasureYears = Number(typed);
  if (!Number.isInteger(erasureYears) || erasureYears < 1)
    throw new UsageError("Sebut dengan --tahun berapa tahun setelah kartu berakhir, misalnya 10.");
  let count = 0;
  for await (const leaver of leaversOf({ ...world, erasureYears })) {
    print(
      `${leaver.id}  ${maskNip(leaver.nip)}  ${leaver.instansiId}  berakhir ${jakartaDay(leftAt(leaver))}`,
    );
    count++;
  }
  print(`${count} orang. Tidak ada yang dihapus.`);
}

/** What is so already stays so. */
async function hold(
  { employees, clock }: World,
  person: Employee,
  { isHeld, by, reason }: { isHeld: boolean; by: Pick<Employee, "id">; reason: string },
): Promise<void> {
  if ((person.erasureHeldAt !== undefined) === isHeld) return;
  const at = clock.now();
  const change = { erasureHeldAt: isHeld ? at.toISOString() : undefined };
  const told = { at, actor: { role: "operator", id: by.id }, action: "changed", reason } as const;
  const revision = revise(person, change, told);
  if (revision) await employees.save(revision);
}
