import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { AccountTable } from "#shared/account/account-table.ts";
import { UnitRegisterTable } from "#shared/agency/unit-register-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { type Employee, isEmployeeId } from "#shared/employee/employee.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import type { Cloud } from "../../../local/cloud/cloud.ts";
import { aNip, anEmployee } from "../../support/builders.ts";

/**
 * Records with accounts that were never activated, straight into their tables: more people than a story can register one by one.
 * Nobody of them can sign in.
 * @param first counts their ids, numbers and addresses from here: stories share one product
 * @returns their NIPs
 */
export async function addCrowd(
  { client, clock, services }: Cloud,
  count: number,
  of: Pick<Employee, "instansiId" | "instansi">,
  change: (i: number) => Partial<Employee> = () => ({}),
  first = 0,
): Promise<readonly Nip[]> {
  const names = services.functions.settings();
  const table = (setting: string) => names[setting] ?? "";
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(client), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const employees = new WritableEmployeeTable(db, table("EMPLOYEE_TABLE"), {
    audit: new AuditTable(db, table("AUDIT_TABLE")),
    changes: new OpenChangeTable(db, table("OPEN_CHANGE_TABLE")),
    markers: new MarkerTable(db, table("MARKER_TABLE")),
    units: new UnitRegisterTable(db, table("UNIT_TABLE")),
  });
  const accounts = new AccountTable(db, table("ACCOUNT_TABLE"));
  const nips: Nip[] = [];
  for (let i = 0; i < count; i++) {
    const id = `emp_kerumunan${String(first + i).padStart(3, "0")}`;
    if (!isEmployeeId(id)) throw new Error("That is no id.");
    const person = anEmployee({
      ...{
        id,
        nip: nipOf(first + i + 1),
        photoId: undefined,
      },
      ...{ name: `Kerumunan ${i + 1}`, email: `kerumunan${first + i}@contoh.example`, ...of },
      ...change(i),
    });
    const told = { actor: { role: "import" }, action: "registered", changes: [] } as const;
    const entry = { ...told, subjectId: id, revision: 1, at: person.updatedAt };
    await employees.add(person, entry, accounts.adding(person, clock.now()));
    nips.push(person.nip);
  }
  return nips;
}

/** A thousand in each month of birth. */
function nipOf(number: number): ReturnType<typeof aNip> {
  const month = String(2 + Math.floor(number / 1000)).padStart(2, "0");
  return aNip(`1985${month}121999012${String(number % 1000).padStart(3, "0")}`);
}
