/** People of one agency, each with a promotion that waits for the same midnight. */
import type { Decree } from "#shared/decree/decree.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { aNip, anEmployee } from "../../test/support/builders.ts";
import { aDecree } from "../../test/support/decree-table-contract.ts";

/** Of one birthday: order numbers have three digits. */
const ofOneDay = 900;
/** In every month. */
const days = 28;

export function peopleOf(size: number): Employee[] {
  return Array.from({ length: size }, (_, i) =>
    anEmployee({ id: `emp_${i}`, nip: nipOf(i), email: `${i}@contoh.example` }),
  );
}

export function decreeOf({ id, instansiId }: Employee): Decree {
  return { ...aDecree, id: `dec_${id.slice(4)}`, employeeId: id, instansiId };
}

function nipOf(i: number) {
  const birthday = Math.floor(i / ofOneDay);
  const two = (part: number) => String(part + 1).padStart(2, "0");
  const born = `1985${two(Math.floor(birthday / days))}${two(birthday % days)}`;
  return aNip(`${born}2010012${String((i % ofOneDay) + 1).padStart(3, "0")}`);
}
