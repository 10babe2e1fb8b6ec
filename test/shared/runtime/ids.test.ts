import { expect, test } from "vitest";
import { employeeId } from "#shared/employee/employee.ts";
import { digestId, newId } from "#shared/runtime/ids.ts";

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

test("an id of a digest is the same for ever: it is stored", () => {
  expect(digestId("imp", ["a", undefined, 1])).toBe("imp_5q665h9vk2wej8m7p3d6pazkgc");
  expect(digestId("imp", ["a", "1"])).not.toBe(digestId("imp", ["a", 1]));
});
