import type { Agencies } from "#shared/agency/agencies.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Circular, CircularBody } from "./circular.ts";

/** A letter with its head: the agency's emblem and address as its settings have them now. One that is in no settings has a name alone. */
export async function withLetterhead(
  { agencies }: { readonly agencies: Pick<Agencies, "find"> },
  { instansi: sender, instansiId }: Pick<Employee, "instansi" | "instansiId">,
  letter: CircularBody,
): Promise<Circular> {
  const agency = await agencies.find(instansiId);
  if (!agency) return { ...letter, sender };
  const office = letter.office ?? agency.address;
  const { emblem = usualEmblem } = agency;
  return { ...letter, sender, emblem, ...(office !== undefined && { office }) };
}

/** The template's usual one, whose name this floor does not know. */
const usualEmblem = "";
