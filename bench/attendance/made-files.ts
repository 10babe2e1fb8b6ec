/** Files of machines of a month in an agency whose people do not exist. */
import type { EmployeeId } from "#shared/employee/employee.ts";

export const month = "2026-03";
const workdays = 22;
/** Each comes and goes once on each workday. */
export const readingsEach = 2 * workdays;
/** What one machine tells in a month of the people at its door. */
export const peopleOfFile = 4_000;

export const personOf = (pin: number): EmployeeId => `emp_${String(pin).padStart(6, "0")}`;

/** As a machine writes its memory on a stick, in the order of its clock; some are late, and some leave early. @param first of its people */
export function madeFile(first: number, people: number): string {
  const lines: string[] = [];
  for (let day = 2, worked = 0; worked < workdays; day += 1) {
    // 1 March 2026 is a Sunday.
    if (day % 7 === 1 || day % 7 === 0) continue;
    worked += 1;
    for (const hour of [7, 16])
      for (let i = 0; i < people; i++) {
        const minute = (i * 7 + day) % 60;
        const second = i % 60;
        const clock = [hour, minute, second].map(two).join(":");
        lines.push(`${first + i}\t${month}-${two(day)} ${clock}\t1\t0\t1\t0`);
      }
  }
  return lines.join("\r\n");
}

const two = (number: number) => String(number).padStart(2, "0");
