/** Leaves of the demo's first agency in every state, asked for and decided by the product's own use cases. All invented. */
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import type { SentLeave } from "#shared/leave/leave.ts";
import { leaveChain } from "#shared/leave/leave-chain.ts";
import { type AskLeave, leaveRequests } from "#shared/leave/leave-request.ts";
import { actsIn } from "#shared/post/acts-in.ts";
import { actingIn } from "#shared/post/post.ts";
import type { Posts } from "#shared/post/posts.ts";
import { ownRequestId, submitRequest, withdrawRequest } from "#shared/request/ask-request.ts";
import { type Decision, decideRequest } from "#shared/request/decide-request.ts";
import type { Freezes } from "#shared/request/freezes.ts";
import { linkInTurn, type Request } from "#shared/request/request.ts";
import type { Requests } from "#shared/request/requests.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import { demoAgencies } from "./agencies.ts";
import type { DemoPerson } from "./people.ts";

type Candidate = DemoPerson & { readonly id: EmployeeId };

export interface LeaveWorld extends AskLeave {
  readonly requests: Pick<Requests, "find" | "save" | "saving">;
  readonly posts: AskLeave["posts"] & Pick<Posts, "find" | "unchanged">;
  readonly freezes: Freezes;
}

const [{ id: instansiId, zone }] = demoAgencies;
const dayMs = 86_400_000;

/** What the superior and the official say, one after the other; «withdraw» is who asked. */
type Said = Decision | "withdraw";

interface DemoLeave {
  /** The first day, from today on, and how many days of the calendar. */
  readonly begins: number;
  readonly days: number;
  /** So many days ago. */
  readonly asked: number;
  readonly words: string;
  readonly said: readonly Said[];
}

const advise = { act: "advise", verdict: "approved", reason: "" } as const;
const agree = { act: "agree" } as const;
const because = (reason: string) => ({ code: "other", reason }) as const;

const leaves: readonly DemoLeave[] = [
  { begins: 10, days: 5, asked: 1, words: "Menjenguk orang tua", said: [] },
  { begins: 12, days: 5, asked: 2, words: "Acara keluarga", said: [advise] },
  {
    ...{ begins: 14, days: 5, asked: 2, words: "Pindah rumah" },
    said: [{ ...advise, verdict: "changed", reason: "Bersamaan dengan penutupan anggaran" }],
  },
  {
    ...{ begins: 16, days: 5, asked: 3, words: "Mengantar anak sekolah" },
    said: [advise, { act: "clarify", ...because("Ambil sesudah tanggal 20") }],
  },
  { begins: 8, days: 5, asked: 6, words: "Keperluan keluarga", said: [advise, agree] },
  { begins: -1, days: 5, asked: 7, words: "Pulang kampung", said: [advise, agree] },
  { begins: -16, days: 5, asked: 25, words: "Mengurus surat tanah", said: [advise, agree] },
  {
    ...{ begins: 5, days: 5, asked: 8, words: "Liburan keluarga" },
    said: [advise, { act: "reject", verdict: "postponed", ...because("Masa pemeriksaan") }],
  },
  {
    ...{ begins: 6, days: 5, asked: 8, words: "Keperluan pribadi" },
    said: [
      { ...advise, verdict: "refused", reason: "Tidak ada pengganti" },
      { act: "reject", ...because("Tidak ada pengganti di unit ini") },
    ],
  },
  { begins: 9, days: 5, asked: 4, words: "Menghadiri wisuda", said: ["withdraw"] },
  {
    ...{ begins: 4, days: 5, asked: 24, words: "Renovasi rumah" },
    said: [advise, { act: "clarify", ...because("Sebutkan hari lain") }],
  },
];

/** More than have no superior, or too few years of work; a holiday may leave no working day to ask for. */
const mostTried = 12;

/** Each of somebody else, in the order of the people; who has nobody to decide is left out. */
export async function seedLeave(world: LeaveWorld, people: readonly Candidate[]): Promise<void> {
  const candidates = people.filter(
    ({ employee, role }) => employee.instansiId === instansiId && !role,
  );
  let next = 0;
  for (const [i, leave] of leaves.entries()) {
    const key = `democuti${String(i).padStart(16, "0")}`;
    let isAsked = false;
    const last = next + mostTried;
    while (!isAsked && next < Math.min(last, candidates.length)) {
      const id = candidates[next++]?.id;
      const person = id && (await world.employees.find(id));
      isAsked = person ? await ask(world, { person, key, leave }) : false;
    }
  }
}

interface Asking {
  readonly person: Employee;
  readonly key: string;
  readonly leave: DemoLeave;
}

/** @returns whether it is there; an earlier start may have made it */
async function ask(world: LeaveWorld, { person, key, leave }: Asking): Promise<boolean> {
  const id = ownRequestId(person, key);
  if (await world.requests.find(id)) return true;
  const today = dayIn(zone, world.clock.now());
  const from = daysAfter(today, leave.begins);
  const content: SentLeave = {
    ...{ kind: "tahunan", from, to: daysAfter(from, leave.days - 1), words: leave.words },
    ...{ address: "Jalan Contoh 10", phone: "081200000000", evidence: [] },
  };
  const api = apiOf(world, leave.asked);
  try {
    const [first] = await leaveChain(api, person, content);
    // Where one person acts in both posts nobody gives a pertimbangan.
    if (!first.advises) return false;
    await submitRequest(api, { key, kind: "leave", content, files: [], person });
  } catch (error) {
    if (error instanceof Conflict || error instanceof InvalidInput) return false;
    throw error;
  }
  for (const said of leave.said) await say(world, { id, person, said, leave });
  return true;
}

interface Saying extends Pick<Asking, "person" | "leave"> {
  readonly id: Request["id"];
  readonly said: Said;
}

async function say(world: LeaveWorld, { id, person, said, leave }: Saying): Promise<void> {
  const api = apiOf(world, leave.asked);
  const request = await world.requests.find(id);
  if (!request) return;
  const { version } = request;
  if (said === "withdraw") return void (await withdrawRequest(api, { id, version, person }));
  const { post } = linkInTurn(request) ?? {};
  const found = post && (await world.posts.find(post));
  const acting = found && actingIn(found, dayIn(zone, api.clock.now()));
  if (!acting) return;
  const by = { employeeId: acting.person, instansiId, roles: [], posts: [found.id] };
  await decideRequest(api, { id, version, by, decision: said });
}

/** The use cases as they were some days ago. */
function apiOf(world: LeaveWorld, daysAgo: number) {
  const clock = { now: () => new Date(world.clock.now().getTime() - daysAgo * dayMs) };
  const then = { ...world, clock };
  return {
    ...then,
    kinds: { leave: leaveRequests(then) },
    limits: { count: async () => {} },
    // Posts decide every step.
    standingOf: async () => {
      throw new Error("No role decides a leave.");
    },
    actsIn: (id: EmployeeId, posts: Parameters<typeof actsIn>[2]) => actsIn(then, id, posts),
  };
}
