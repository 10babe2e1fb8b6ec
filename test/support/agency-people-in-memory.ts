import type { AgencyPart, AgencyPeople, AgencyPlace } from "#shared/employee/agency-people.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";

const placeOf = ({ unitKerja, id }: AgencyPlace) => `${unitKerja}\t${id}`;

/** An agency's people part by part, without DynamoDB; runs the same contract test (agency-people-contract.ts). */
export class AgencyPeopleInMemory implements AgencyPeople {
  readonly #employees: Pick<Employees, "inAgency">;

  constructor(employees: Pick<Employees, "inAgency">) {
    this.#employees = employees;
  }

  async part(
    instansiId: string,
    { limit, after }: { readonly limit: number; readonly after?: AgencyPlace | undefined },
  ): Promise<AgencyPart> {
    const all = await Array.fromAsync(this.#employees.inAgency(instansiId));
    const rest = all
      .toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
      .filter((each) => !after || placeOf(each) > placeOf(after));
    const people: readonly Employee[] = rest.slice(0, limit);
    const last = people.at(-1);
    const next =
      last && rest.length > limit ? { unitKerja: last.unitKerja, id: last.id } : undefined;
    return { people, unreadable: 0, next };
  }
}
