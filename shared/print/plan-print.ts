import { canHoldCard } from "#shared/card/can-hold-card.ts";
import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { foldWords } from "#shared/employee/folding.ts";
import { mostInPart, mostLookedUp, type Print } from "./print.ts";
import { byName } from "./print-content.ts";
import type { PlannedPart } from "./prints.ts";

/** Of a person as the index knows them, what a plan needs: of a hundred thousand it stays in the memory. */
type Planned = Pick<Employee, "id" | "name"> & { readonly isMeant: boolean };

/** All people of these units, as the index knows them. */
export async function* membersOf(
  employees: Pick<Employees, "inUnit">,
  { instansiId, units }: Pick<Print, "instansiId" | "units">,
) {
  for (const unitKerja of units) yield* employees.inUnit({ instansiId, unitKerja });
}

/**
 * Who is in which part of a print, by name: all of these who are active. Each is looked up again when the part is drawn, and left out
 * when something has changed since.
 * @returns no parts when nobody is
 */
export async function partsOf(
  all: AsyncIterable<Employee> | Iterable<Employee>,
  kind: Print["kind"],
  now: Date,
): Promise<readonly PlannedPart[]> {
  const people: Planned[] = [];
  for await (const employee of all) {
    if (cardStatus(employee, now) !== "active") continue;
    const { id, name } = employee;
    people.push({ id, name, isMeant: kind === "letters" || canHoldCard(employee, now) });
  }
  people.sort(byName);
  return cut(people, mostInPart[kind]).map(partOf);
}

/** So that no part has more sheets than a function draws, nor more people than it looks up. */
function cut(people: readonly Planned[], most: number): readonly (readonly Planned[])[] {
  const parts: Planned[][] = [];
  let meant = 0;
  for (const person of people) {
    const current = parts.at(-1);
    const isFull = meant === most && person.isMeant;
    if (!current || isFull || current.length === mostLookedUp) {
      parts.push([person]);
      meant = 0;
    } else current.push(person);
    if (person.isMeant) meant++;
  }
  return parts;
}

function partOf(people: readonly Planned[]): PlannedPart {
  return {
    people: people.filter(({ isMeant }) => isMeant).length,
    from: lettersOf(people[0]),
    to: lettersOf(people.at(-1)),
    ids: people.map(({ id }) => id),
  };
}

/** As many letters of a name as tell where a part begins. */
const mostLetters = 3;

function lettersOf(person: Planned | undefined): string {
  const [word = ""] = foldWords(person?.name ?? "");
  return word.slice(0, mostLetters).toUpperCase();
}
