/** One person alone: what that person has, may read, and does it in. */
import type { GrantedRole } from "#shared/access/role.ts";
import { isSameMailbox } from "#shared/employee/email.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { personHeader } from "#shared/http/person.ts";
import { accountIdOf } from "#shared/session/account-state.ts";
import { newSecret, secretId } from "#shared/session/secret.ts";
import type { Browser } from "../../functions/session-api/session-api-under-test.ts";
import { codeOf } from "./directory.ts";
import { passwordOf, type Received, recoveryCodesOf, rolesOf, type World } from "./world.ts";

/** The one thing of the other person's that the actor has got. */
export type Factor = "password" | "mailbox" | "phone" | "recovery-code" | "open-browser";

export const newPassword = "Kopi-Tubruk-Tanpa-Gula-7";
const ownAddresses = ["satu@penyerang.example", "dua@penyerang.example"] as const;

/** A session lasts 15 minutes without a request. */
const freshMs = 10 * 60_000;

export class Actor {
  readonly world: World;
  readonly self: Employee;
  readonly victim: Employee;
  readonly factor: Factor | undefined;
  /** Signed in as the own person; one that nobody is signed in with; the victim's, left open. */
  readonly own: Browser;
  readonly guest: Browser;
  readonly open: Browser;
  /** Keys of authenticators that the actor has, or has seen. */
  readonly keys = new Set<string>();
  readonly passwords = new Set<string>([newPassword]);
  readonly recoveryCodes: string[];
  /** Sessions that were there, or are the actor's own. */
  readonly given = new Set<string>();
  /** Links that the victim has opened: a second time they say the same. */
  readonly opened = new Set<string>();
  /** The number that a computer of the actor's shows. */
  qrNumber = "42";
  readonly #opened = new Map<Browser, { id: string; at: number }>();
  readonly #others = new Map<Employee, Browser>();

  constructor(
    world: World,
    { self, victim, factor }: { self: Employee; victim: Employee; factor?: Factor | undefined },
  ) {
    this.world = world;
    this.self = self;
    this.victim = victim;
    this.factor = factor;
    [this.own, this.guest, this.open] = [world.browser(), world.browser(), world.browser()];
    const has = (wanted: Factor) => (factor === wanted ? [self, victim] : [self]);
    for (const each of has("password")) this.passwords.add(passwordOf(each));
    for (const { nip } of has("phone")) this.keys.add(world.users.users.get(nip)?.key ?? "");
    this.recoveryCodes = has("recovery-code").flatMap((each) => [...recoveryCodesOf(each)]);
  }

  /** Everybody's, as far as the actor gets any. */
  get address(): string {
    return ownAddresses[this.world.clock.now().getTime() % 2 === 0 ? 0 : 1] ?? "";
  }

  get roles(): readonly GrantedRole[] {
    return rolesOf(this.self);
  }

  /** The mails that the actor can read. */
  mails(): readonly Received[] {
    const { self, victim, factor, world } = this;
    const victims = factor === "mailbox" ? [victim.email] : [];
    return [self.email, ...ownAddresses, ...victims].flatMap((to) => world.mailsTo(to));
  }

  reads(address: string): boolean {
    const readable = [this.self.email, ...ownAddresses];
    if (this.factor === "mailbox") readable.push(this.victim.email);
    return readable.some((each) => isSameMailbox(each, address));
  }

  newest(fits: (mail: Received) => boolean): Received | undefined {
    return this.mails()
      .filter(fits)
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
      .at(-1);
  }

  /** The present codes of all keys that the actor has; there is always something to type. */
  codes(): readonly string[] {
    return [...this.keys].filter(Boolean).map((key) => codeOf(key, this.world.clock));
  }

  /** The victim's record as it is now. */
  async record(): Promise<Employee> {
    return (await this.world.employees.find(this.victim.id)) ?? this.victim;
  }

  /** Somebody else's browser, which the actor does not have. */
  async signedInAs(person: Employee): Promise<Browser> {
    const browser = this.#others.get(person) ?? this.world.browser();
    this.#others.set(person, browser);
    return await this.signedIn(browser, person);
  }

  /** A browser is signed in again when its session is over, as its owner would. */
  async signedIn(
    browser: Browser,
    owner = browser === this.open ? this.victim : this.self,
  ): Promise<Browser> {
    const { world } = this;
    const now = world.clock.now();
    const known = this.#opened.get(browser);
    const isFresh =
      known &&
      now.getTime() - known.at < freshMs &&
      (await world.parts.sessions.find(known.id)) !== undefined;
    if (isFresh) return browser;
    const secret = newSecret();
    const id = secretId(secret);
    const [accountId, at] = [accountIdOf(owner.nip), now.toISOString()];
    const session = { id, accountId, employeeId: owner.id, startedAt: at, lastSeenAt: at };
    await world.parts.sessions.add(session, now);
    this.given.add(id);
    this.#opened.set(browser, { id, at: now.getTime() });
    browser.cookies.set("__Host-kartu", secret);
    browser.headers = { [personHeader]: owner.id };
    return browser;
  }
}
