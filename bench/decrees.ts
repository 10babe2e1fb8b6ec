import { AccountHistory } from "#shared/account/account-history.ts";
import { actDecrees } from "#shared/decree/act-decrees.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { aDecree } from "../test/support/decree-table-contract.ts";
import { DecreesInMemory } from "../test/support/decrees-in-memory.ts";
import { EmployeesInMemory } from "../test/support/employees-in-memory.ts";
import { FakeClock } from "../test/support/fake-clock.ts";
import { HistoryInMemory } from "../test/support/history-in-memory.ts";
import { RolesInMemory } from "../test/support/roles-in-memory.ts";
import type { Bench } from "./bench.ts";
import { decreeOf, peopleOf } from "./decrees/people.ts";
import { requestsOf } from "./decrees/real-tables.ts";
import { rounded, timed } from "./measure.ts";

const sizes = { small: 1_000, large: 60_000 };
/** On the embedded tables, which take thirty times as long as the fakes. */
const onTables = 200;
/** Of a whole processor, which the calendar's memory buys: assumed (decision 0048). */
const msEach = 5;
/** The calendar's schedule (infra/functions/calendar.ts). */
const minutesBetweenRuns = 5;
/** More than a night has, and the fakes' runs are quick. */
const mostRuns = 60;

export const decrees: Bench = {
  about: `${sizes.small} and ${sizes.large} decrees of one midnight, as the calendar's runs let them act: the use case with tables in memory and a clock that says ${msEach} ms passed with each, and the requests of its real adapters for ${onTables} on the embedded DynamoDB. The ratio is the smaller's processor time for each decree over the larger's: 1 when nothing but their number counts`,
  rounds: 1,
  async measure() {
    const requestsEach = (await requestsOf(onTables)) / onTables;
    const small = await midnight(sizes.small, requestsEach);
    const large = await midnight(sizes.large, requestsEach);
    return {
      ratios: { "processor time": rounded(small.cpuMsEach / large.cpuMsEach) },
      figures: {
        "requests of DynamoDB for a decree": rounded(requestsEach),
        ...named(sizes.small, small.figures),
        ...named(sizes.large, large.figures),
      },
    };
  },
};

const named = (size: number, figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${size}: ${name}`, value]));

/** Runs until nothing is due any more. @throws Error when a decree has not acted once */
async function midnight(size: number, requestsEach: number) {
  const { job, clock, refuseOthers } = worldOf(size);
  const runs: { readonly acted: number; readonly seconds: number }[] = [];
  const { cpuMs } = await timed(async () => {
    for (let isCut = true; isCut; ) {
      if (runs.length === mostRuns) throw new Error("The runs of one night do not suffice.");
      const begun = clock.now().getTime();
      const { acted, isCut: isMore } = await actDecrees(job);
      const seconds = (clock.now().getTime() - begun) / 1000;
      runs.push({ acted, seconds });
      isCut = isMore;
      clock.advance({ minutes: minutesBetweenRuns, seconds: -seconds });
    }
  });
  refuseOthers();
  const most = Math.max(...runs.map(({ acted }) => acted));
  const lastMinutes = (runs.length - 1) * minutesBetweenRuns + (runs.at(-1)?.seconds ?? 0) / 60;
  return {
    cpuMsEach: cpuMs / size,
    figures: {
      runs: runs.length,
      "most decrees in a run": most,
      "most requests in a run": Math.ceil(most * requestsEach),
      "longest run, s": Math.max(...runs.map(({ seconds }) => seconds)),
      "minutes from midnight to the last": rounded(lastMinutes),
    },
  };
}

function worldOf(size: number) {
  const people = peopleOf(size);
  const clock = new FakeClock(aDecree.actsAt);
  const employees = new SlowEmployees(clock, people);
  const waiting = new DecreesInMemory(...people.map(decreeOf));
  const accountHistory = new AccountHistory(new HistoryInMemory());
  const roles = new RolesInMemory();
  return {
    clock,
    job: { employees, decrees: waiting, roles, accountHistory, clock },
    refuseOthers() {
      const saved = new Set(employees.saves.map(({ after }) => after.id));
      const haveActed = waiting.all.every(({ state }) => state === "acted");
      if (haveActed && saved.size === size && employees.saves.length === size) return;
      throw new Error("Not each decree has acted once.");
    },
  };
}

/** A save takes its time, one after the other as on one processor. */
class SlowEmployees extends EmployeesInMemory {
  readonly #clock: FakeClock;

  constructor(clock: FakeClock, people: readonly Employee[]) {
    super(...people);
    this.#clock = clock;
  }

  override async save(...save: Parameters<EmployeesInMemory["save"]>): Promise<void> {
    this.#clock.advance({ seconds: msEach / 1000 });
    await super.save(...save);
  }
}
