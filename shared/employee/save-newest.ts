import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import type { Employee } from "./employee.ts";

/** Somebody else may save the record at this moment, or ask for something about it; with so many tries one succeeds. */
const tries = 5;

interface Save<Saved> {
  /** The record as it was just read; without it `find` is asked first. */
  readonly first?: Employee;
  readonly find: () => Promise<Employee | undefined>;
  /** Decides about the record as it is now, and saves that. @param attempt from 1 */
  readonly save: (newest: Employee, attempt: number) => Promise<Saved>;
}

/**
 * Saves a record, and decides anew about the newest one whenever somebody else has saved it in between.
 * @throws NotFound when the record is gone; Conflict `record-changed` after the last try; what `find` and `save` throw
 */
export async function saveNewest<Saved>({ first, find, save }: Save<Saved>): Promise<Saved> {
  let newest = first ?? (await find());
  for (let attempt = 1; newest; attempt++) {
    try {
      return await save(newest, attempt);
    } catch (error) {
      const isRaced = error instanceof Conflict && error.code === "record-changed";
      if (!isRaced || attempt === tries) throw error;
      newest = await find();
    }
  }
  throw new NotFound("No such employee.");
}
