import { type Approval, queueOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { isReadOnly, type RoleHolder } from "#shared/access/principal.ts";
import { reachOf } from "#shared/access/role.ts";
import type { Agencies } from "#shared/agency/agencies.ts";
import { type Employee, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { maskNip } from "#shared/employee/nip.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { arrival } from "./ask-arrival.ts";
import { stateOf, type Transfer } from "./transfer.ts";
import type { Arriving, ArrivingList, TransferAnswer } from "./transfer-answers.ts";
import type { Transfers } from "./transfers.ts";

/** People of one list. */
export const mostArriving = 50;

/** Agencies that somebody may be released to: all but the reader's, by name, and nothing else of them. */
export async function tellOtherAgencies(
  { agencies }: { readonly agencies: Pick<Agencies, "list"> },
  own: string,
): Promise<{ readonly items: readonly { readonly id: string; readonly name: string }[] }> {
  const others = (await agencies.list()).filter(({ id }) => id !== own);
  const items = others.map(({ id, name }) => ({ id, name }));
  return { items: items.toSorted((a, b) => a.name.localeCompare(b.name, "id")) };
}

/** The newest transfer that the person's agency released; of one by which the person came nothing is told, that is in the history. */
export async function tellTransfer(
  { transfers, clock }: { readonly transfers: Pick<Transfers, "find">; readonly clock: Clock },
  person: Employee,
): Promise<TransferAnswer> {
  const last = await transfers.find(person.id);
  if (last?.from !== person.instansiId) return {};
  const { toName, source, releasedAt, until, endedAt, endReason } = last;
  return {
    transfer: {
      ...{ to: toName, source, releasedAt, until, state: stateOf(last, clock.now()) },
      ...(endedAt && { endedAt }),
      ...(endReason && { endReason }),
    },
  };
}

/** Whom the reader's agency may take in. Of nobody is more told than one needs to know who it is and where to put that person. */
export async function tellArriving(
  {
    employees,
    transfers,
    approvals,
    clock,
  }: {
    readonly employees: Pick<Employees, "findAll">;
    readonly transfers: Pick<Transfers, "arriving">;
    readonly approvals: Pick<Approvals, "waiting">;
    readonly clock: Clock;
  },
  by: RoleHolder,
): Promise<ArrivingList> {
  const readOnly = isReadOnly(by) || reachOf(by.roles, ["petugas"]) !== undefined;
  const watching = readOnly ? ({ readOnly: true } as const) : {};
  // They have no unit here yet.
  if (by.units) return { items: [], ...watching };
  const query = { now: clock.now(), limit: mostArriving };
  const released = await transfers.arriving(by.instansiId, query);
  if (released.length === 0) return { items: [], ...watching };
  const queue = queueOf({ decider: "penyetuju", subject: { instansiId: by.instansiId } });
  const [people, asked] = await Promise.all([
    employees.findAll(released.map(({ employeeId }) => employeeId)),
    approvals.waiting(queue, { ...query, fits: ({ kind }) => kind === "transfer-in" }),
  ]);
  const waiting = new Set(asked.map(releaseOf));
  const items = released.flatMap((each) => {
    const person = people.get(each.employeeId);
    if (person?.instansiId !== each.from) return [];
    const isAsked = waiting.has(`${person.id} ${each.revision}`);
    return [{ ...told(person, each), ...(isAsked && { asked: true as const }) }];
  });
  return { items, ...watching };
}

/** Which release it was asked for: of an earlier one it can only be refused. */
function releaseOf({ subject, new: wanted }: Approval): string {
  return `${subject.id} ${arrival.parse(wanted).transferRevision}`;
}

function told(person: Employee, { source, reason, until }: Transfer): Omit<Arriving, "asked"> {
  const { id, nip, kind, golongan, jabatan, unitKerja, instansi } = person;
  return {
    ...{ id, name: fullName(person), maskedNip: maskNip(nip), kind },
    ...(golongan && { golongan }),
    ...{ jabatan, unitKerja, instansi, source, reason, until },
  };
}
