import { expect, test } from "vitest";
import { employeeId } from "#shared/employee/employee.ts";
import { newId } from "#shared/runtime/ids.ts";

test("from outside an id is taken as far as it can be one", () => {
  for (const id of [newId("emp"), "emp_siti"]) expect(employeeId.safeParse(id).success).toBe(true);
  const refused = [
    "",
    "emp_",
    "pho_siti",
    "emp_SITI",
    "emp_a b",
    "emp_a\n",
    "emp_../x",
    `emp_${"x".repeat(3000)}`,
  ];
  for (const id of refused) expect(employeeId.safeParse(id).success, id).toBe(false);
});
