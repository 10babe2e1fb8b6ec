/** Statements that people of the demo's first agency ask for, and what its officers made of it, by the product's own use cases. All invented. */
import type { RoleGrants } from "#shared/access/role-grants.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { type AskLetter, letterRequests } from "#shared/letter-request/letter-request.ts";
import type { AskedLetter } from "#shared/letter-request/letter-request-answers.ts";
import { ownRequestId, submitRequest } from "#shared/request/ask-request.ts";
import {
  type DecideRequest,
  type Decision,
  decideRequest,
} from "#shared/request/decide-request.ts";
import type { Requests } from "#shared/request/requests.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { type AskRole, standingOf } from "#shared/session/require-session.ts";
import { demoAgencies } from "./agencies.ts";
import type { DemoPerson } from "./people.ts";

type Candidate = DemoPerson & { readonly id: EmployeeId };

export interface LetterRequestsWorld extends AskLetter {
  readonly requests: Pick<Requests, "find" | "save" | "saving">;
  readonly employees: AskLetter["employees"] & AskRole["employees"];
  readonly roles: RoleGrants;
  readonly freezes: DecideRequest["freezes"];
}

const [{ id: instansiId }] = demoAgencies;

const asked: readonly { readonly content: AskedLetter; readonly said?: Decision }[] = [
  { content: { letter: "keterangan-aktif", purpose: "pengajuan KPR" } },
  {
    content: { letter: "keterangan-penghasilan", purpose: "beasiswa anak" },
    said: { act: "agree" },
  },
  {
    content: { letter: "keterangan", purpose: "visa", note: "Perjalanan keluarga tanggal 5 Mei" },
    said: { act: "reject", code: "other", reason: "Pakai surat keterangan aktif bekerja" },
  },
];

/** Each of somebody else, who has no role; what an earlier start made stays. */
export async function seedLetterRequests(
  world: LetterRequestsWorld,
  people: readonly Candidate[],
): Promise<void> {
  const own = people.filter(({ employee }) => employee.instansiId === instansiId);
  const officer = own.find(({ roles }) => roles.includes("petugas"));
  const holders = own.filter(({ role }) => !role);
  if (!officer) return;
  for (const [i, { content, said }] of asked.entries()) {
    const id = holders[i]?.id;
    const person = id && (await world.employees.find(id));
    if (person) await ask(world, { person, content, said, by: officer.id, place: i });
  }
}

interface Asking {
  readonly person: Employee;
  readonly content: AskedLetter;
  readonly said: Decision | undefined;
  readonly by: EmployeeId;
  readonly place: number;
}

async function ask(
  world: LetterRequestsWorld,
  { person, content, said, by: employeeId, place }: Asking,
): Promise<void> {
  const api = {
    ...world,
    kinds: { letter: letterRequests(world) },
    limits: { count: async () => {} },
    standingOf: (id: EmployeeId) => standingOf(world, id),
    actsIn: async () => ({ posts: [], unchanged: [] }),
  };
  const key = `demosurat${String(place).padStart(16, "0")}`;
  const id = ownRequestId(person, key);
  if (await world.requests.find(id)) return;
  try {
    const { version } = await submitRequest(api, {
      key,
      kind: "letter",
      content,
      files: [],
      person,
    });
    if (!said) return;
    const { roles } = await api.standingOf(employeeId);
    await decideRequest(api, {
      id,
      version,
      by: { employeeId, instansiId, roles },
      decision: said,
    });
  } catch (error) {
    // Nobody is entered yet who signs, or the person's own officer decides elsewhere.
    if (!(error instanceof Conflict)) throw error;
  }
}
