import { expect, test } from "vitest";
import {
  type CodeStep,
  type EnrolmentStep,
  maxAttempts,
  type ResetStep,
} from "#shared/session/step.ts";
import type { StepTable } from "#shared/session/step-table.ts";
import { aNip } from "./builders.ts";

const base = {
  id: "s1",
  nip: aNip(),
  startedAt: "2026-11-21T03:00:00.000Z",
  endsAt: "2026-11-21T03:05:00.000Z",
  attempts: 0,
};
const codeStep: CodeStep = { ...base, kind: "code", cognitoSession: "cognito-1" };
const enrolmentStep: EnrolmentStep = { ...base, kind: "enrolment", cognitoSession: "cognito-1" };
const resetStep: ResetStep = { ...base, kind: "reset", state: "checked" };

/** What every step table does, the fake and the real one. `make` gives an empty table each time. */
export function stepTableContract(make: () => Promise<Pick<StepTable, keyof StepTable>>): void {
  test.each([codeStep, enrolmentStep, resetStep])(
    "a $kind step is found as added",
    async (step) => {
      const steps = await make();
      await steps.add(step);

      expect(await steps.find("s1")).toEqual(step);
      expect(await steps.find("s2")).toBeUndefined();
    },
  );

  test("a step has so many attempts, also when they come at once", async () => {
    const steps = await make();
    await steps.add(codeStep);
    const tries = Array.from({ length: maxAttempts + 3 }, () => steps.countAttempt("s1"));
    const counted = await Promise.all(tries);

    expect(counted.filter(Boolean)).toHaveLength(maxAttempts);
  });

  test("nothing is counted for a step that is gone", async () => {
    const steps = await make();

    expect(await steps.countAttempt("s1")).toBe(false);
    expect(await steps.find("s1")).toBeUndefined();
  });

  test("the first key of an enrolment stays", async () => {
    const steps = await make();
    await steps.add(enrolmentStep);
    const first = await steps.keepKey("s1", { sealedKey: "k1", cognitoSession: "cognito-2" });
    const second = await steps.keepKey("s1", { sealedKey: "k2", cognitoSession: "cognito-3" });

    expect([first, second]).toEqual([true, false]);
    expect(await steps.find("s1")).toMatchObject({ sealedKey: "k1", cognitoSession: "cognito-2" });
  });

  test("a reset asks, is settled once, and then knows no e-mail", async () => {
    const steps = await make();
    await steps.add(resetStep);
    const now = new Date("2026-11-21T03:00:00.000Z");

    expect(await steps.settle("s1")).toBe(false);
    expect(await steps.ask("s1", "siti@contoh.example", now)).toBe(true);
    expect(await steps.ask("s1", "budi@contoh.example", now)).toBe(false);
    expect(await steps.find("s1")).toMatchObject({ state: "asked", email: "siti@contoh.example" });
    expect(await steps.settle("s1")).toBe(true);
    expect(await steps.settle("s1")).toBe(false);
    expect(await steps.find("s1")).toMatchObject({ ...resetStep, state: "settled" });
    expect(JSON.stringify(await steps.find("s1"))).not.toContain("siti@");
  });

  test("that number and e-mail belong together is noted of what was asked for, and outlasts the asking", async () => {
    const steps = await make();
    await steps.add(resetStep);

    expect(await steps.match("s1")).toBe(false);
    await steps.ask("s1", "siti@contoh.example", new Date("2026-11-21T03:00:00.000Z"));
    expect(await steps.match("s1")).toBe(true);
    await steps.settle("s1");
    expect(await steps.match("s1")).toBe(false);
    expect(await steps.find("s1")).toMatchObject({ state: "settled", matched: true });
  });

  test("a reset asks again for the same e-mail, a minute later, three times in all", async () => {
    const steps = await make();
    await steps.add(resetStep);
    const ask = async (email: string, second: number) => {
      const isAsked = await steps.ask("s1", email, new Date(Date.UTC(2026, 10, 21, 3, 0, second)));
      await steps.settle("s1");
      return isAsked;
    };

    expect(await ask("siti@contoh.example", 0)).toBe(true);
    expect(await ask("siti@contoh.example", 59)).toBe(false);
    expect(await ask("budi@contoh.example", 60)).toBe(false);
    expect(await ask("siti@contoh.example", 60)).toBe(true);
    expect(await ask("siti@contoh.example", 120)).toBe(true);
    expect(await ask("siti@contoh.example", 180)).toBe(false);
  });

  test("of those who end a step at once, one does", async () => {
    const steps = await make();
    await steps.add(codeStep);
    const taken = await Promise.all([steps.take("s1"), steps.take("s1"), steps.take("s1")]);

    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await steps.find("s1")).toBeUndefined();
  });
}
