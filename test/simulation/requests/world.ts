/**
 * People ask, officers decide, deadlines pass and roles go, all at the same time: each call to a table is a point where others may run first, and
 * may crash before or after its effect. The use cases are the product's own.
 */
import type { Scheduler } from "fast-check";
import type { GrantedRole } from "#shared/access/role.ts";
import { dataChange } from "#shared/data-change/data-change.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { decideRequest } from "#shared/request/decide-request.ts";
import type { Freezes } from "#shared/request/freezes.ts";
import { numberOf, officerRoles, type Request, type RequestId } from "#shared/request/request.ts";
import type { Move, Requests } from "#shared/request/requests.ts";
import { requestKinds } from "#shared/request-kinds/request-kinds.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { standingOf } from "#shared/session/require-session.ts";
import { wrongData } from "#shared/wrong-data/wrong-data-answers.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { leaveTablesInMemory } from "../../support/leave-tables-in-memory.ts";
import { LettersInMemory } from "../../support/letters-in-memory.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";
import { actsInNone, aGrant, RolesInMemory } from "../../support/roles-in-memory.ts";
import { WatchedAccount } from "./watched-account.ts";

/** The caller's process died, or it never heard the answer. */
export class Crash extends Error {}

const person = (id: EmployeeId, last: number) =>
  anEmployee({
    ...{ id, email: `${id}@contoh.example`, gelarBelakang: "S.H.", photoId: "pho_siti" },
    nip: aNip(`1972050520090319${String(last).padStart(2, "0")}`),
  });

export const siti = person("emp_siti", 1);
/** Two of each role, and one who has both. */
const officers = {
  oka: ["petugas"],
  wati: ["petugas"],
  tuti: ["penyetuju"],
  dodi: ["penyetuju"],
  rini: ["petugas", "penyetuju"],
} as const satisfies Readonly<Record<string, readonly GrantedRole[]>>;
export type Officer = keyof typeof officers;
export const officerNames = keysOf(officers);
export const idOf = (name: Officer) => `emp_${name}` as const;

/** Rules that a mutant leaves out. */
export interface Broken {
  readonly requests?: (real: Requests) => Requests;
  readonly isStanding?: false;
  readonly decide?: typeof decideRequest;
  readonly freezes?: (real: Freezes) => Freezes;
}

export class World {
  readonly clock = new FakeClock();
  readonly employees = new EmployeesInMemory(
    siti,
    ...officerNames.map((name, i) => person(idOf(name), i + 2)),
  );
  readonly roles = new RolesInMemory();
  readonly account = new WatchedAccount(this.clock, siti);
  readonly stored = new RequestsInMemory(this.employees.history, (move) => this.#note(move));
  readonly requests: Requests;
  readonly limits = new LimitsInMemory();
  /** Every request that was written, in the order of the writes. */
  readonly written: Request[] = [];
  readonly #scheduler: Scheduler;
  readonly #random: () => number;

  constructor(scheduler: Scheduler, random: () => number, broken: Broken) {
    this.#scheduler = scheduler;
    this.#random = random;
    for (const name of officerNames) {
      this.roles.set(idOf(name), ...officers[name].map((role) => aGrant(role)));
    }
    const stored = broken.requests?.(this.stored) ?? this.stored;
    this.requests = {
      find: async (id) => await this.#called("find", () => stored.find(id)),
      findAll: async (...asked) => await stored.findAll(...asked),
      of: async (...asked) => await stored.of(...asked),
      waiting: async (...asked) => await stored.waiting(...asked),
      ended: async (...asked) => await stored.ended(...asked),
      due: async (...asked) => await this.#called("due", () => stored.due(...asked)),
      unanswered: async (...asked) => await stored.unanswered(...asked),
      saving: (move) => stored.saving(move),
      save: async (move) => await this.#called("save", () => stored.save(move)),
    };
    const { clock, employees, roles } = this;
    const records = {
      find: async (id: EmployeeId) => await this.#called("record", () => employees.find(id)),
      save: async (...saved: Parameters<EmployeesInMemory["save"]>) =>
        await this.#called("save record", () => employees.save(...saved)),
      findAll: (ids: readonly EmployeeId[]) => employees.findAll(ids),
      findByEmail: (email: string) => employees.findByEmail(email),
      unchanged: (seen: Employee) => employees.unchanged(seen),
    };
    const real = this.account.freezes;
    const freezes = broken.freezes?.(real) ?? real;
    const kinds = requestKinds({
      ...leaveTablesInMemory(),
      ...{ employees: records, requests: this.requests, roles, clock },
      accountRecords: new AccountRecordsInMemory(),
      letters: new LettersInMemory(),
    });
    this.api = {
      ...{ requests: this.requests, kinds, limits: this.limits, clock },
      employees: records,
      freezes: {
        isFrozen: async (whose: Employee) =>
          await this.#called("frozen", () => freezes.isFrozen(whose)),
        insideSince: async (whose: Employee) =>
          await this.#called("inside since", () => freezes.insideSince(whose)),
        unfrozen: (whose: Employee) => freezes.unfrozen(whose),
      },
      actsIn: actsInNone,
      standingOf: async (id: EmployeeId) => {
        const standing = await this.#called("roles", () =>
          standingOf({ employees, roles, clock }, id),
        );
        if (broken.isStanding !== false) return standing;
        return {
          ...standing,
          unchanged: this.roles.unchanged({ id: "emp_nobody", revision: 0, grants: [] }),
        };
      },
    };
  }

  readonly api;

  find(id: RequestId): Promise<Request | undefined> {
    return this.stored.find(id);
  }

  async siti(): Promise<Employee> {
    return (await this.employees.find(siti.id)) ?? siti;
  }

  async #called<T>(label: string, call: () => Promise<T>): Promise<T> {
    await this.#scheduler.schedule(Promise.resolve(), label);
    const struck = this.#random();
    if (struck < 0.03) throw new Crash(`before ${label}`);
    const answer = await call();
    if (struck > 0.97) throw new Crash(`after ${label}`);
    return answer;
  }

  /** What must hold at the very moment of a write. */
  #note({ before, after }: Move): void {
    const former = this.written.findLast(({ id }) => id === after.id)?.trail ?? [];
    if (former.some(({ act, at }, i) => after.trail[i]?.act !== act || after.trail[i]?.at !== at))
      throw new Error("somebody's act was written over");
    this.written.push(after);
    // Another deadline alone is nobody's act.
    const act = after.trail.length > former.length ? after.trail.at(-1) : undefined;
    const decider = officerNames.find((name) => idOf(name) === act?.by);
    const decided = ["agreed", "approved", "rejected", "clarification-asked"].includes(
      act?.act ?? "",
    );
    const role = before?.chain[before.place]?.role;
    const standing = decider && this.standing.get(decider);
    const hasRole = officerRoles.some((each) => each === role && standing?.has(each));
    if (decided && decider && !hasRole) throw new Error(`${decider} has decided without the role`);
    this.account.checkAct(after, act?.act);
    this.#checkMended(after);
  }

  /** A report ends as mended only at a moment at which the record says something else. */
  #checkMended({ kind, state, content }: Request): void {
    if (kind !== "wrong-data" || state !== "approved") return;
    const said = this.employees.history.flatMap(({ changes }) => changes);
    const stands =
      said.findLast(({ field }) => field === "gelarBelakang")?.to ?? siti.gelarBelakang;
    if (wrongData.parse(content).stood === stands) throw new Error("nothing was mended");
  }

  /** The roles that officers have at this moment. */
  readonly standing = new Map<Officer, Set<GrantedRole>>(
    officerNames.map((name) => [name, new Set<GrantedRole>(officers[name])]),
  );

  /** What must hold at the end, and at any moment in between. */
  async checkEverything(): Promise<void> {
    const all = await this.stored.of(siti.id, { limit: 99 });
    for (const request of all) this.#checkRequest(request);
    const open = all.filter(({ state }) =>
      ["submitted", "verifying", "clarifying", "revised"].includes(state),
    );
    if (new Set(open.map(({ group }) => group)).size < open.length)
      throw new Error("two requests of one group are on their way");
  }

  #checkRequest(request: Request): void {
    const ends = request.trail.filter(({ act }) =>
      ["approved", "rejected", "withdrawn", "expired"].includes(act),
    );
    if (ends.length > 1) throw new Error(`it ended ${ends.length} times`);
    if (ends.length === 1 && request.trail.at(-1) !== ends[0])
      throw new Error("it went on after its end");
    if (new Set(request.agreed).size < request.agreed.length) throw new Error("one decided twice");
    const times = request.trail.map(({ at }) => at);
    if (times.some((at, i) => at < (times[i - 1] ?? "")))
      throw new Error("its trail goes back in time");
    this.account.checkAnswers(request);
    const number = `Pengajuan ${numberOf(request)}`;
    const changes = this.employees.history.filter(
      ({ source, reason }) => source?.number === number || reason === number,
    );
    const isApproved = request.state === "approved";
    // Others mended what it reports.
    if (request.kind === "wrong-data" && changes.length === 0) return;
    if (changes.length !== (isApproved ? 1 : 0))
      throw new Error(`${changes.length} changes of one ${request.state}`);
    if (isApproved && request.kind === "data-change") this.#checkChange(request, changes);
  }

  #checkChange(request: Request, [entry]: EmployeesInMemory["history"]): void {
    const { values, old } = dataChange.parse(request.content);
    if (request.agreed.length !== request.chain.length) throw new Error("not all have agreed");
    for (const { field, from, to } of entry?.changes ?? []) {
      const said = Object.entries(values).find(([key]) => key === field)?.[1];
      const stood = Object.entries(old).find(([key]) => key === field)?.[1];
      if ((to ?? "") !== said || (from ?? "") !== stood)
        throw new Error("the record did not say what it said when it was asked for");
    }
    const isOfTwo = Object.hasOwn(values, "gelarBelakang");
    if (isOfTwo && entry?.approvedBy === undefined)
      throw new Error("one alone changed what takes two");
  }
}
