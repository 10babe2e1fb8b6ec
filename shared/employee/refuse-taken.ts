import { type Officer, reaches } from "#shared/access/scope.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { EmployeeId } from "./employee.ts";
import type { Employees } from "./employees.ts";
import type { Nip } from "./nip.ts";

interface Asking {
  readonly by: Officer;
  /** Whose number or address it may be already. */
  readonly own: EmployeeId;
}

/**
 * Nobody gets another person's address. As of a number, no more is told.
 * @throws Conflict `email-taken` of a person in the scope of who asks, `email-elsewhere` of any other
 */
export async function refuseTakenEmail(
  employees: Pick<Employees, "findByEmail">,
  email: string,
  { by, own }: Asking,
): Promise<void> {
  const person = await employees.findByEmail(email);
  if (!person || person.id === own) return;
  throw new Conflict(reaches(by, person) ? "email-taken" : "email-elsewhere");
}

/**
 * Nobody gets a number that another person has or had. Who asks is told no more of a person outside of their scope than that there is one.
 * @throws Conflict `nip-taken`, `nip-former` of a person in the scope of who asks; `nip-elsewhere` of any other
 */
export async function refuseTakenNip(
  employees: Pick<Employees, "find" | "idOf">,
  nip: Nip,
  { by, own }: Asking,
): Promise<void> {
  const owner = await employees.idOf(nip);
  if (owner === undefined || owner === own) return;
  const person = await employees.find(owner);
  if (!person || !reaches(by, person)) throw new Conflict("nip-elsewhere");
  throw new Conflict(person.nip === nip ? "nip-taken" : "nip-former");
}
