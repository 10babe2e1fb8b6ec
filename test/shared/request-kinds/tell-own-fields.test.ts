import { expect, test } from "vitest";
import { tellOwnFields } from "#shared/request-kinds/tell-own-fields.ts";
import { anEmployee } from "../../support/builders.ts";
import { aDraft, aRequest } from "../../support/requests.ts";

const siti = anEmployee({ id: "emp_siti" });
const groupIn = (told: ReturnType<typeof tellOwnFields>, group: string) =>
  told.groups.find((each) => each.group === group);

test("a form learns what the record says, what is needed, what two decide, and what can be chosen", () => {
  const told = tellOwnFields(siti, []);

  expect(groupIn(told, "name")?.fields[0]).toEqual({
    ...{ field: "name", value: siti.name, needed: true, ofTwo: true },
  });
  const birth = groupIn(told, "birth")?.fields ?? [];
  expect(birth.find(({ field }) => field === "birthDate")).toMatchObject({ isDay: true });
  expect(birth.find(({ field }) => field === "sex")?.options).toEqual(["M", "F"]);
  expect(birth.every(({ ofTwo }) => ofTwo === undefined)).toBe(true);
});

test("a kind of employee is not asked for what it does not have", () => {
  expect(groupIn(tellOwnFields(siti, []), "contract")).toBeUndefined();
});

test("a part that is asked for names the request; a draft and what has ended do not", () => {
  const open = aRequest({ id: "req_open" });
  const others = [aDraft({ group: "birth" }), aRequest({ state: "rejected", group: "rank" })];
  const told = tellOwnFields(siti, [...others, open]);

  expect(told.groups.flatMap(({ group, open: id }) => (id ? [[group, id]] : []))).toEqual([
    ["name", "req_open"],
  ]);
});
