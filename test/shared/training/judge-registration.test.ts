import { expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import {
  mayRegister,
  type RegistrationCase,
  registrationFindings,
} from "#shared/training/judge-registration.ts";
import { registerAt } from "#shared/training/training-register.ts";
import { anEmployee } from "../../support/builders.ts";
import { anOffer, joinLine, limitsLine } from "../../support/training.ts";

const now = new Date("2027-02-10T00:00:00Z");

function aCase(change: Partial<RegistrationCase> = {}): RegistrationCase {
  const offer = change.offer ?? anOffer();
  const register = registerAt([limitsLine(offer)], now);
  return {
    ...{ offer, person: anEmployee(), register, elsewhere: [], jpOfYear: 0 },
    ...{ terms: { mostJp: 0 }, now, ...change },
  };
}
const codesOf = (change: Partial<RegistrationCase>) =>
  registrationFindings(aCase(change)).map(({ code }) => code);
const codesFor = (person: Partial<Employee>) => codesOf({ person: anEmployee(person) });

test("who meets all conditions may register", () => {
  expect(registrationFindings(aCase())).toEqual([]);
});

test("every condition that is not met is told at once, with what is asked and what is", () => {
  const conditions = {
    ...({ kinds: ["PPPK"], golongan: ["III/c", "III/d"], jabatanKinds: ["1"] } as const),
    ...{ jabatan: ["Ahli Muda", "Ahli Madya"], units: ["Dinas A"] },
  };
  const findings = registrationFindings(aCase({ offer: anOffer({ programme: { conditions } }) }));

  expect(findings).toEqual([
    { code: "kind-not-invited", limit: "PPPK", measured: "PNS", stops: "registration" },
    {
      ...{ code: "golongan-not-invited", limit: "III/c, III/d", measured: "III/a" },
      stops: "registration",
    },
    { code: "jabatan-kind-not-invited", limit: "1", stops: "registration" },
    {
      ...{ code: "jabatan-not-invited", limit: "Ahli Muda, Ahli Madya" },
      ...{ measured: "Analis Kebijakan Ahli Pertama", stops: "registration" },
    },
    { code: "unit-not-invited", measured: "Bagian Umum", stops: "registration" },
  ]);
  expect(mayRegister(findings)).toBe(false);
});

test("a unit and a jabatan are known in another spelling", () => {
  const conditions = {
    ...anOffer().programme.conditions,
    ...{ jabatan: ["ahli  pertama"], units: ["BAGIAN UMUM"] },
  };

  expect(codesOf({ offer: anOffer({ programme: { conditions } }) })).toEqual([]);
});

test("CLTN and tugas belajar keep one away, and so does an employment that is over", () => {
  expect(codesFor({ kedudukanHukum: "02" })).toEqual(["on-cltn"]);
  expect(codesFor({ kedudukanHukum: "13" })).toEqual(["on-cltn"]);
  expect(codesFor({ kedudukanHukum: "03" })).toEqual(["tugas-belajar"]);
  expect(codesFor({ kedudukanHukum: "99" })).toEqual(["employment-not-active"]);
  expect(codesFor({ instansiId: "ins_lain" })).toEqual(["other-agency"]);
  expect(codesFor({ contractEnd: "2027-03-11" })).toEqual(["contract-ends-before"]);
  expect(codesFor({ contractEnd: "2027-03-12" })).toEqual([]);
});

test("nobody registers before it is open, after its last day, nor twice", () => {
  const offer = anOffer();
  const register = registerAt([limitsLine(offer), joinLine(0, now.toISOString())], now);

  expect(codesOf({ offer: anOffer({ state: "draft" }) })).toEqual(["not-open"]);
  expect(codesOf({ now: new Date("2027-03-05T16:00:00Z") })).toEqual(["closed"]);
  expect(codesOf({ register, person: anEmployee({ id: "emp_p0" }) })).toEqual([
    "registered-already",
  ]);
});

test("leave, a duty and JP above the usual are told and stop nothing; another training does", () => {
  const days = { from: "2027-03-12", until: "2027-03-20" };
  const told = registrationFindings(
    aCase({
      elsewhere: [
        { kind: "leave", name: "Cuti tahunan", ...days },
        { kind: "duty", name: "ST-12", ...days },
        { kind: "leave", name: "Later", from: "2027-03-13", until: "2027-03-13" },
      ],
      ...{ jpOfYear: 5, terms: { mostJp: 24 } },
    }),
  );

  expect(told.map(({ code }) => code)).toEqual(["on-leave", "on-duty", "more-jp-than-usual"]);
  expect(mayRegister(told)).toBe(true);
  const other = [{ kind: "training", name: "Seminar", ...days }] as const;
  expect(mayRegister(registrationFindings(aCase({ elsewhere: other })))).toBe(false);
});

test("a full training is told, and one still comes onto the list", () => {
  const offer = anOffer({ quota: 1 });
  const register = registerAt([limitsLine(offer), joinLine(0, now.toISOString())], now);
  const findings = registrationFindings(aCase({ offer, register }));

  expect(findings).toEqual([{ code: "full", stops: "nothing" }]);
});
