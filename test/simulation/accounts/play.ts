/** Random histories of one person, and what must never come of them. */
import fc from "fast-check";
import { type GrantedRole, isGrantedRole } from "#shared/access/role.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { everyRoute } from "../../../functions/every-route.ts";
import { Actor, type Factor } from "./actor.ts";
import { type Draw, has, login, type Move, reset } from "./move.ts";
import { moves } from "./moves.ts";
import { accountsWorld, type Break, everybody, type World } from "./world.ts";

// Thousands of refused logins are no news.
logger.setLogLevel("SILENT");

/** One person, and whom that person is after. */
export interface Cast {
  readonly self: Employee;
  readonly factor?: Factor;
  readonly victims: readonly Employee[];
}

/** What is looked at after each step. @returns what is broken */
export type Rule = (
  actor: Actor,
  before: Snapshot,
) => Promise<string | undefined> | string | undefined;

/** What else happens between the actor's steps, by itself or by somebody honest. */
export type Meanwhile = (actor: Actor, draw: Draw) => Promise<string | undefined>;

export interface Outcome {
  readonly runs: number;
  /** With the steps that led there. */
  readonly failure: string | undefined;
  /** How often each route said yes. */
  readonly reached: ReadonlyMap<string, number>;
}

type Snapshot = Awaited<ReturnType<typeof snapshotOf>>;

/** Of everybody: what nobody else may get. */
async function snapshotOf({ users, parts }: World) {
  const of = async ({ id, nip }: Employee) => {
    const { password, key } = users.users.get(nip) ?? {};
    const { grants } = await parts.roles.find(id);
    return [id, { password, key, roles: JSON.stringify(grants) }] as const;
  };
  return new Map(await Promise.all(everybody.map(of)));
}

const waits = [
  { seconds: 30 },
  { seconds: 61 },
  { minutes: 16 },
  { hours: 1 },
  { hours: 24, minutes: 1 },
  { days: 7 },
];

/** Mulberry32: a number decides a whole step, so that a history is a list of numbers. */
function drawFrom(seed: number): Draw & { next(): number } {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    of: (items) => items[Math.floor(next() * items.length)],
    chance: (percent) => next() * 100 < percent,
  };
}

/** How often a step is only that time passes: seldom when something is begun, which would end. */
const waitPercent = (actor: Actor) => (has(login)(actor) || has(reset)(actor) ? 4 : 15);

async function takeStep(actor: Actor, seed: number, reached: Map<string, number>) {
  const draw = drawFrom(seed);
  const { clock } = actor.world;
  if (draw.chance(waitPercent(actor))) {
    const time = draw.of(waits) ?? {};
    clock.advance(time);
    return `wait ${JSON.stringify(time)}`;
  }
  // Two requests are never in one millisecond.
  clock.advance({ seconds: 1 });
  const [route, move] = pick(actor, draw);
  const [method, path = ""] = route.split(" ");
  const browser = await browserFor(actor, move, draw);
  const asked = await move.ask(actor, draw, browser);
  const to = asked.path ?? path;
  const answer =
    method === "GET"
      ? await browser.get(to, asked.query ?? {})
      : await sendAs(browser, method, to, asked.body);
  if (answer.status >= 500) throw new Error(`${route} answered ${answer.status}`);
  if (answer.status < 300) reached.set(route, (reached.get(route) ?? 0) + 1);
  move.learn?.(actor, answer);
  return `${route} ${answer.status} ${answer.body.code ?? ""}`;
}

const sendAs: (
  browser: Actor["own"],
  method: string | undefined,
  path: string,
  body: object | undefined,
) => ReturnType<Actor["own"]["post"]> = (browser, method, path, body) =>
  method === "PATCH" ? browser.patch(path, body) : browser.post(path, body);

function pick(actor: Actor, draw: ReturnType<typeof drawFrom>): readonly [string, Move] {
  const able = Object.entries(moves).filter(([, { when }]) => !when || when(actor));
  const weighed = able.map((each) => ({ each, weight: weightOf(actor, each) }));
  let left = draw.next() * weighed.reduce((sum, { weight }) => sum + weight, 0);
  for (const { each, weight } of weighed) {
    left -= weight;
    if (left <= 0) return each;
  }
  throw new Error("There is always something to do.");
}

/** Who lacks the role tries an officer's route now and then. */
function weightOf(actor: Actor, [route, { weight = 1 }]: readonly [string, Move]): number {
  const roles = rolesFor.get(route) ?? [];
  const isMeant = roles.length === 0 || roles.some((role) => actor.roles.includes(role));
  return (typeof weight === "number" ? weight : weight(actor)) * (isMeant ? 1 : 0.03);
}

/** The roles of which one is enough for a route; none for those of holders and of anybody. */
const rolesFor = new Map<string, readonly GrantedRole[]>(
  everyRoute.map(({ method, path, access: { who } }) => [
    `${method} ${path}`,
    who.filter(isGrantedRole),
  ]),
);

async function browserFor(actor: Actor, move: Move, draw: Draw) {
  if (move.in === "guest") return actor.guest;
  const isOpen = actor.factor === "open-browser" && draw.chance(70);
  return await actor.signedIn(isOpen ? actor.open : actor.own);
}

/** Runs so many random histories from a seed; it ends at the first that breaks a rule. */
export async function play({
  casts,
  rules,
  meanwhile,
  breaks,
  ...how
}: {
  readonly casts: readonly Cast[];
  readonly rules: readonly Rule[];
  readonly meanwhile?: Meanwhile;
  readonly breaks?: Break | undefined;
  readonly runs: number;
  readonly seed: number;
}): Promise<Outcome> {
  const reached = new Map<string, number>();
  const pairs = casts.flatMap(({ self, factor, victims }) =>
    victims.filter((each) => each !== self).map((victim) => ({ self, victim, factor })),
  );
  const history = fc.array(fc.nat(2 ** 31 - 1), { minLength: 40, maxLength: 80, size: "max" });
  let place = 0;
  const property = fc.asyncProperty(history, async (steps) => {
    // Everybody has a turn.
    const pair = pairs[place++ % pairs.length];
    if (!pair) throw new Error("Nobody is in the cast.");
    const { self, victim, factor } = pair;
    const world = await accountsWorld(breaks);
    const actor = new Actor(world, { self, victim, factor });
    const before = await snapshotOf(world);
    const trace = [`${self.name} (${factor ?? "no factor"}) after ${victim.name}`];
    for (const seed of steps) {
      trace.push(await takeStep(actor, seed, reached));
      await world.runJobs();
      const more = await meanwhile?.(actor, drawFrom(seed + 1));
      if (more) trace.push(more);
      await world.runJobs();
      for (const rule of rules) {
        const broken = await rule(actor, before);
        if (broken) throw new Error(`${broken}:\n  ${trace.join("\n  ")}`);
      }
    }
  });
  const details = await fc.check(property, {
    numRuns: how.runs,
    seed: how.seed,
    endOnFailure: true,
  });
  const { errorInstance: error } = details;
  const failure = details.failed
    ? error instanceof Error
      ? error.message
      : String(error)
    : undefined;
  return { runs: details.numRuns, failure, reached };
}
