import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { OpenedOffer } from "./act-on-place.ts";
import { registerAt } from "./training-register.ts";
import type { Trainings } from "./trainings.ts";

/** All to which somebody came or wanted to come, of any agency, with their registers as they are now. */
export async function joinedTrainings(
  {
    trainings,
    clock,
  }: {
    readonly trainings: Pick<Trainings, "joinedBy" | "findAll" | "registers">;
    readonly clock: Clock;
  },
  person: EmployeeId,
): Promise<readonly OpenedOffer[]> {
  const joined = await trainings.joinedBy(person);
  const [offers, registers] = await Promise.all([
    trainings.findAll(joined),
    trainings.registers(joined.map(({ offer }) => offer)),
  ]);
  const now = clock.now();
  return offers.map((offer) => ({
    offer,
    register: registerAt(registers.get(offer.id) ?? [], now),
  }));
}
