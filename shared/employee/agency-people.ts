/** The people of an agency one part after the other, for work that looks at all of them. */
import * as z from "zod";
import { type Employee, employeeId } from "./employee.ts";

/** Behind whom a part begins: the index has people by unit. */
export const agencyPlace = z.object({ unitKerja: z.string(), id: employeeId });
export type AgencyPlace = Readonly<z.infer<typeof agencyPlace>>;

export interface AgencyPart {
  readonly people: readonly Employee[];
  /** How many records of the part cannot be read; an operator has been alarmed. */
  readonly unreadable: number;
  /** Undefined of the last part. */
  readonly next: AgencyPlace | undefined;
}

export interface AgencyPeople {
  /**
   * At most `limit` people, by their units; the newest changes can be missing for a moment. Who moves to another unit between two parts
   * is in both or in none.
   */
  part(
    instansiId: string,
    query: { readonly limit: number; readonly after?: AgencyPlace | undefined },
  ): Promise<AgencyPart>;
}
