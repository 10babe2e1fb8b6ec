/** Who may play whom, and what nobody gets alone. */
import { fieldKeys, takesTwo } from "#shared/employee/fields.ts";
import { accountIdOf } from "#shared/session/account-state.ts";
import type { Actor } from "./actor.ts";
import type { Cast, Meanwhile, Rule } from "./play.ts";
import { budi, everybody, fajar, hana, oka, rahayu, rini, sari, siti, tono } from "./world.ts";

const anybody = [siti, sari, tono, rahayu, fajar];

/**
 * Each person alone: with nothing but an own account, with one factor of somebody else's, or with a role. The mailbox of an
 * account without an authenticator is its way in (decision 0036), so only that of an account with one is tried.
 */
export const loners: readonly Cast[] = [
  { self: hana, victims: anybody },
  { self: hana, factor: "password", victims: [siti, tono, rahayu] },
  { self: hana, factor: "mailbox", victims: [siti, rahayu] },
  { self: hana, factor: "phone", victims: [siti, rahayu] },
  { self: hana, factor: "recovery-code", victims: [siti] },
  { self: hana, factor: "open-browser", victims: [siti, rahayu, oka] },
  { self: budi, victims: anybody },
  { self: rahayu, victims: [siti, sari, tono, fajar] },
  { self: rini, victims: anybody },
  { self: oka, victims: [siti, sari, rahayu] },
];

/** Whether the victim's first mailbox, which the actor does not read, was told of it that long ago, with something to do about it. */
function wasTold(
  { world, victim }: Actor,
  about: string,
  { hours, link }: { readonly hours: number; readonly link: boolean },
): boolean {
  const until = world.clock.now().getTime() - hours * 3_600_000;
  return world
    .mailsTo(victim.email)
    .some((mail) => mail.about === about && mail.at.getTime() <= until && (!link || mail.link));
}

/** A session of somebody else's, that was not lying open. */
const session: Rule = ({ world, self, given }) => {
  const stolen = world.tables.sessions.all.find(
    ({ id, employeeId }) => employeeId !== self.id && !given.has(id),
  );
  return stolen && `SESSION of ${stolen.employeeId}`;
};

const authenticator: Rule = ({ world, self }, before) => {
  const moved = everybody.find(
    ({ id, nip }) => id !== self.id && world.users.users.get(nip)?.key !== before.get(id)?.key,
  );
  return moved && `AUTHENTICATOR of ${moved.name}`;
};

/** Whose password another one has set. */
const passwordOf: Rule = ({ world, self }, before) => {
  const moved = everybody.find(
    ({ id, nip }) =>
      id !== self.id && world.users.users.get(nip)?.password !== before.get(id)?.password,
  );
  return moved && `PASSWORD of ${moved.name}`;
};

/** Who has the mailbox of an account sets its password, which opens nothing without the authenticator (threat 25). */
const password: Rule = (actor, before) =>
  actor.factor === "mailbox" ? undefined : passwordOf(actor, before);

/** The number, and all that the catalogue says two people change. */
const ofTwo = ["nip", ...fieldKeys.filter(takesTwo)] as const;

/** What a record says that takes two, but for an address that its holder has changed (decision 0049). */
const record: Rule = async ({ world }) => {
  for (const first of everybody) {
    const now = await world.tables.employees.find(first.id);
    const isOwn = now?.emailMoves?.at(-1)?.by.role === "holder";
    const moved = ofTwo.find(
      (field) => now?.[field] !== first[field] && !(field === "email" && isOwn),
    );
    if (moved) return `RECORD: ${moved} of ${first.name}`;
  }
  return undefined;
};

const roles: Rule = async ({ world }, before) => {
  for (const { id, name } of everybody)
    if (JSON.stringify((await world.parts.roles.find(id)).grants) !== before.get(id)?.roles)
      return `ROLES of ${name}`;
  return undefined;
};

/** A reset of the second factor that nobody else has approved. */
const decided: Rule = async ({ world }) => {
  for (const { id, name } of everybody)
    if ((await world.parts.accountRecords.summary(id))?.mfaReset?.decidedAt)
      return `RESET of ${name}`;
  return undefined;
};

/** The account of somebody with a role, whom the actor then could not hold to anything. */
const frozen: Rule = async ({ world, self }) => {
  for (const { id, nip, name } of everybody) {
    const { frozen: freeze } = await world.tables.sessions.findAccount(accountIdOf(nip));
    const hasRole = (await world.parts.roles.find(id)).grants.length > 0;
    if (id !== self.id && hasRole && freeze?.by.id === self.id) return `FROZEN ${name}`;
  }
  return undefined;
};

/** A freeze that its holder made stands. */
const thawed: Rule = async ({ world }) => {
  const { frozen: freeze } = await world.tables.sessions.findAccount(accountIdOf(fajar.nip));
  return freeze?.by.role === "holder" ? undefined : `THAWED ${fajar.name}`;
};

export const aloneRules: readonly Rule[] = [
  session,
  authenticator,
  password,
  roles,
  record,
  decided,
  frozen,
  thawed,
];

/** A petugas, who may know the holder's password, and a penyetuju who approves whatever is asked. */
export const pairs: readonly Cast[] = [
  { self: budi, victims: [siti] },
  { self: budi, factor: "password", victims: [siti] },
];

/** The penyetuju approves what waits, most of the times. */
const approving: Meanwhile = async (actor, draw) => {
  const { world, self } = actor;
  const waiting = world.tables.approvals.all.find(
    ({ outcome, asker }) => !outcome && asker.id === self.id,
  );
  if (!waiting || !draw.chance(50)) return undefined;
  // Nobody reads and approves in the millisecond of the request.
  world.clock.advance({ seconds: 1 });
  const browser = await actor.signedInAs(rahayu);
  const { status, body } = await browser.post(`/api/accounts/approvals/${waiting.id}/approve`);
  return `${rahayu.name} approves ${waiting.kind}: ${status} ${String(body.code ?? "")}`;
};

/**
 * The holder opens a link of a mail that cancels a reset, now and then.
 * @throws Error when it is said to be cancelled, and was done before
 */
const cancelling: Meanwhile = async ({ world, victim, opened }, draw) => {
  const mails = world.mailsTo(victim.email).filter(({ about }) => about.startsWith("mfa-reset-a"));
  const mail = draw.of(mails);
  if (!mail?.link || opened.has(mail.link) || !draw.chance(5)) return undefined;
  opened.add(mail.link);
  const before = (await world.parts.accountRecords.summary(victim.id))?.mfaReset;
  const { status } = await world.browser().post("/api/account/link", { secret: mail.link });
  const after = (await world.parts.accountRecords.summary(victim.id))?.mfaReset;
  const isGone = before !== undefined && after === undefined;
  if (status < 300 && !isGone) throw new Error(`SAID to ${victim.name} that a reset was cancelled`);
  return `${victim.name} opens the link of ${mail.about}: ${status}`;
};

/** What other people do between the actor's steps. */
export const others: Meanwhile = async (actor, draw) =>
  (await cancelling(actor, draw)) ?? (await approving(actor, draw));

/**
 * What takes the authenticator away is told a day before in the mailbox that is truly the holder's, with a link that stops it; or
 * a week ago that the address became another one, with a link that freezes the account.
 */
const toldFirst: Rule = async (actor, before) => {
  const { world, victim } = actor;
  const reset = (await world.parts.accountRecords.summary(victim.id))?.mfaReset;
  const isDue = reset?.effectiveFrom && reset.effectiveFrom <= world.clock.now().toISOString();
  const isGone = world.users.users.get(victim.nip)?.key !== before.get(victim.id)?.key;
  if (!isDue && !isGone) return undefined;
  const isTold =
    wasTold(actor, "mfa-reset-approved", { hours: 24, link: true }) ||
    wasTold(actor, "email-changed", { hours: 7 * 24, link: true });
  return isTold ? undefined : `UNTOLD reset of ${victim.name}`;
};

/** Nor is a password set by the mail of an address that two gave an activated account less than a day ago. */
const passwordWaited: Rule = async ({ world, victim }) => {
  const { emailChangedAt: moved } = (await world.tables.employees.find(victim.id)) ?? {};
  const set = world.tables.employees.history.findLast(
    ({ action, subjectId }) => action === "password-reset" && subjectId.endsWith(victim.id),
  );
  if (!moved || !set || moved > set.at) return undefined;
  const hours = (Date.parse(set.at) - Date.parse(moved)) / 3_600_000;
  return hours < 24 ? `PASSWORD of ${victim.name} by a new address` : undefined;
};

export const pairRules: readonly Rule[] = [toldFirst, passwordWaited];
