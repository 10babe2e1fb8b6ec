import { expect, test } from "vitest";
import { saveNewest } from "#shared/employee/save-newest.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { anEmployee } from "../../support/builders.ts";

const siti = anEmployee();
const revisionOf = (revision: number) => ({ ...siti, revision });

/** A record that somebody else saves at so many tries, with each read one revision on. */
function racedSave(times: number) {
  const seen: number[] = [];
  let revision = siti.revision;
  const save = async ({ revision: of }: Pick<typeof siti, "revision">, attempt: number) => {
    seen.push(of);
    if (attempt <= times) throw new Conflict("record-changed");
    return of;
  };
  return { seen, save, find: async () => revisionOf(++revision) };
}

test("what was raced is decided about anew, on the newest record", async () => {
  const { seen, ...raced } = racedSave(2);
  expect(await saveNewest({ first: siti, ...raced })).toBe(siti.revision + 2);
  expect(seen).toEqual([0, 1, 2].map((later) => siti.revision + later));
});

test("after five tries it is refused", async () => {
  const { seen, ...raced } = racedSave(5);
  await expect(saveNewest(raced)).rejects.toMatchObject({ code: "record-changed" });
  expect(seen).toHaveLength(5);
});

test("every other failure is one at once, and who is gone meanwhile is not found", async () => {
  const save = async () => Promise.reject(new Conflict("request-repeated"));
  const find = async () => undefined;
  await expect(saveNewest({ first: siti, find, save })).rejects.toThrow("request-repeated");
  await expect(saveNewest({ ...racedSave(1), first: siti, find })).rejects.toThrow(
    "No such employee.",
  );
});
