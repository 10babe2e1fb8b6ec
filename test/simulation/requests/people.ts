/** What may happen in a history of requests. */
import fc from "fast-check";
import {
  ownRequestId,
  reviseRequest,
  submitRequest,
  withdrawRequest,
} from "#shared/request/ask-request.ts";
import { type Decision, decideRequest } from "#shared/request/decide-request.ts";
import { passDeadlines } from "#shared/request/pass-deadlines.ts";
import type { RequestId } from "#shared/request/request.ts";
import { ExpectedError } from "#shared/runtime/errors.ts";
import { change } from "../../support/employees-in-memory.ts";
import { type Broken, Crash, idOf, type Officer, officerNames, siti, type World } from "./world.ts";

export interface Step {
  readonly act:
    | "submit"
    | "revise"
    | "withdraw"
    | Exclude<Decision["act"], "advise">
    | "job"
    | "late job"
    | "hours"
    | "to the deadline"
    | "take role"
    | "change record"
    | "freeze"
    | "thaw";
  readonly who: Officer;
  /** Which of the requests that Siti may send: two of one group, and one of each other kind. */
  readonly which: number;
  readonly hours: number;
  readonly pauses: number;
}

export const steps = fc.array(
  fc.record<Step>({
    act: fc.constantFrom<Step["act"]>(
      ...([
        "submit",
        "submit",
        "submit",
        "revise",
        "revise",
        "withdraw",
        "take",
        "release",
      ] as const),
      ...([
        "agree",
        "agree",
        "agree",
        "agree",
        "agree",
        "clarify",
        "clarify",
        "clarify",
        "reject",
      ] as const),
      ...([
        "job",
        "late job",
        "late job",
        "late job",
        "hours",
        "to the deadline",
        "to the deadline",
        "take role",
        "change record",
        "change record",
        "freeze",
        "thaw",
        "thaw",
      ] as const),
    ),
    who: fc.constantFrom(...officerNames),
    which: fc.constantFrom(0, 0, 0, 0, 1, 2, 3, 4),
    hours: fc.integer({ min: 1, max: 400 }),
    pauses: fc.integer({ min: 0, max: 8 }),
  }),
  { minLength: 3, maxLength: 60, size: "max" },
);

const asked = [
  { key: "a".repeat(26), content: { values: { gelarBelakang: "S.H., M.H." } } },
  { key: "b".repeat(26), content: { values: { gelarBelakang: "S.H., M.Kn." } } },
  { key: "c".repeat(26), content: { values: { birthPlace: "Cirebon" } } },
  { key: "d".repeat(26), kind: "new-photo", content: { why: "unlike", note: "Kini berhijab" } },
  { key: "e".repeat(26), kind: "wrong-data", content: { field: "gelarBelakang", right: "LL.M." } },
] as const;
const kindOf = (one: (typeof asked)[number]) => ("kind" in one ? one.kind : "data-change");
const files = ["evd_sk"] as const;

/** Of what is asked for with another file, or of something else. */
function answerOf(which: number, hours: number) {
  const { content } = asked[which > 2 ? which : (which + (hours % 3)) % 3] ?? asked[0];
  return { content, files: hours % 2 === 0 ? files : (["evd_other"] as const) };
}

/** Who acts, each step as one request of a browser, or one run of a job. */
export class People {
  readonly #world: World;
  readonly #broken: Broken;

  constructor(world: World, broken: Broken) {
    this.#world = world;
    this.#broken = broken;
  }

  /** Refusals are answers; a crash is told to nobody, and whoever heard nothing sends the same again. */
  async act(step: Step): Promise<void> {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        await this.#once(step);
        return;
      } catch (error) {
        if (error instanceof ExpectedError) return;
        if (!(error instanceof Crash)) throw error;
      }
    }
  }

  async #once(step: Step): Promise<void> {
    const { act, who, which, hours } = step;
    const world = this.#world;
    const { clock, api } = world;
    const id = ownRequestId(siti, (asked[which] ?? asked[0]).key);
    if (act === "job") return void (await passDeadlines(api));
    if (act === "hours") return clock.advance({ hours });
    if (act === "change record")
      return await change(
        world.employees,
        await world.siti(),
        { gelarBelakang: `S.H., M.${hours}` },
        clock,
      );
    if (act === "freeze") return await world.account.freeze();
    if (act === "thaw") return await world.account.thaw();
    if (act === "take role") return await this.#takeRole(who);
    const seen = await world.find(id);
    if (act === "to the deadline") return this.#toTheDeadline(seen?.dueAt);
    if (act === "late job") {
      this.#toTheDeadline(seen?.dueAt);
      return void (await passDeadlines(api));
    }
    if (act === "submit" || act === "revise" || act === "withdraw")
      return await this.#ask(step, id, seen?.version);
    if (!seen) return;
    const decision: Decision =
      act === "clarify" || act === "reject" ? { act, code: "other", reason: "Buram" } : { act };
    const by = {
      employeeId: idOf(who),
      instansiId: siti.instansiId,
      roles: await this.#rolesOf(who),
    };
    await (this.#broken.decide ?? decideRequest)(api, { id, version: seen.version, by, decision });
  }

  async #ask({ act, which, hours }: Step, id: RequestId, version: number | undefined) {
    const { api } = this.#world;
    const person = await this.#world.siti();
    // Who is not signed in asks nothing.
    if (await api.freezes.isFrozen(person)) return;
    const one = asked[which] ?? asked[0];
    const { key, content } = one;
    if (act === "submit")
      await submitRequest(api, { key, kind: kindOf(one), content, files, person });
    if (version === undefined) return;
    const own = { id, version, person };
    if (act === "revise")
      await reviseRequest(api, { ...own, ...answerOf(which, hours), reason: "SK baru" });
    if (act === "withdraw") await withdrawRequest(api, own);
  }

  async #rolesOf(who: Officer) {
    return (await this.#world.roles.find(idOf(who))).grants;
  }

  async #takeRole(who: Officer): Promise<void> {
    const { roles, standing } = this.#world;
    const given = await roles.find(idOf(who));
    const [lost] = given.grants;
    if (!lost) return;
    standing.get(who)?.delete(lost.role);
    const revision = given.revision + 1;
    const entry = {
      subjectId: `roles#${idOf(who)}`,
      revision,
      at: "",
      actor: { role: "operator" },
      action: "role-revoked",
      changes: [],
    } as const;
    await roles.save({ ...given, revision, grants: given.grants.slice(1) }, entry);
  }

  /** To its very second, or the one before. */
  #toTheDeadline(dueAt: string | undefined): void {
    const left = dueAt === undefined ? 0 : Date.parse(dueAt) - this.#world.clock.now().getTime();
    if (left > 0) this.#world.clock.advance({ seconds: left / 1000 - (left % 2000 === 0 ? 1 : 0) });
  }
}
