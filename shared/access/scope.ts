/** Whose records somebody works with: the scope of a role. */
import type { Id } from "#shared/runtime/ids.ts";

/** A unit of an agency. */
export interface Unit {
  readonly instansiId: string;
  /** Exactly as it stands in the records. */
  readonly unitKerja: string;
}

/** The records of the own instansi, or of some of its units. */
interface Scope {
  readonly instansiId: string;
  /** The only units whose records are in it; undefined: the whole instansi. */
  readonly units: readonly string[] | undefined;
}

/** Somebody who reads or changes the records of a scope. */
export interface Officer extends Scope {
  readonly employeeId: Id<"emp">;
}

/** Whether what belongs to this unit is in the scope. */
export function reaches({ instansiId, units }: Scope, unit: Unit): boolean {
  return unit.instansiId === instansiId && (units === undefined || units.includes(unit.unitKerja));
}
