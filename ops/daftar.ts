import { parseArgs } from "node:util";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import type { Command } from "./command.ts";
import { outputsOption, readOutputs } from "./stack-outputs.ts";

/** How many people are read before they are written. */
const mostAtOnce = 100;
/** How often it prints its progress, people. */
const reportEvery = 5_000;
/** Of a record that is saved meanwhile. */
const tries = 5;

export const daftar: Command = {
  usage: `kartu daftar [--outputs cdk-outputs.json]

Menulis ulang baris pencarian semua pegawai: nama, unit, jenis, dan keadaan seperti «tanpa foto». Datanya sendiri tidak berubah.
Sekali saja, sesudah penerapan yang menambah saringan. Bila terputus, jalankan lagi: yang sudah ditulis hanya ditulis sekali lagi.`,

  async run(args, print) {
    const { values } = parseArgs({
      args: [...args],
      options: { outputs: outputsOption },
    });
    const names = readOutputs(values.outputs, ["AgencyTable", "EmployeeTable", "MarkerTable"]);
    const db = documentClient();
    const employees = new WritableEmployeeTable(db, names.EmployeeTable, {
      ...{ audit: { chain: nothingChanges }, changes: { open: nothingChanges } },
      markers: new MarkerTable(db, names.MarkerTable),
    });
    let written = 0;
    for (const { id } of await new AgencyTable(db, names.AgencyTable).list())
      for await (const batch of batchesOf(employees.inAgency(id))) {
        await sideBySide(batch, (employee) => listAnew(employees, employee));
        if ((written + batch.length) % reportEvery < batch.length)
          print(`${written + batch.length} pegawai`);
        written += batch.length;
      }
    print(`${written} pegawai, selesai.`);
  },
};

/** No card and no history is written with a list. */
function nothingChanges(): never {
  throw new Error("The lines of the lists are no change of a record.");
}

async function* batchesOf(people: AsyncGenerator<Employee>): AsyncGenerator<Employee[]> {
  let batch: Employee[] = [];
  for await (const each of people) {
    batch.push(each);
    if (batch.length < mostAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** A save in between has written only the lines that it changed, so the newest record is listed. */
async function listAnew(employees: WritableEmployeeTable, employee: Employee): Promise<void> {
  let newest: Employee | undefined = employee;
  for (let attempt = 1; newest; attempt++)
    try {
      return await employees.list(newest);
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === tries) throw error;
      newest = await employees.find(employee.id);
    }
}
