import { storedCodes, withoutAuthenticator } from "#shared/account/account-item.ts";
import {
  type AccountOwner,
  type AccountRecord,
  type AccountRecords,
  type AccountSummary,
  accountSummary,
  type ClockHints,
  type FrozenCopy,
  listOf,
  type MfaReset,
  type NewAuthenticator,
} from "#shared/account/account-record.ts";
import type { RecoveryHashes } from "#shared/account/recovery-code.ts";
import { betweenRemindersMs, type Reminder } from "#shared/account/reminders.ts";
import type { Listed, ListedQuery } from "#shared/employee/employees.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

/** The account table without DynamoDB; runs the same contract test (account-table-contract.ts). */
export class AccountRecordsInMemory implements AccountRecords {
  readonly #items = new Map<string, AccountRecord>();
  /** Since when each is in its list. */
  readonly #since = new Map<string, string>();

  adding(owner: AccountOwner, at: Date): JoinedWrite {
    return stepInMemory("record-changed", {
      holds: () => !this.#items.has(owner.id),
      write: () => this.#move(owner, at, { state: "not-activated" }),
    });
  }

  /** Without its record. */
  async add(owner: AccountOwner, at: Date): Promise<void> {
    writeInMemory([this.adding(owner, at)]);
  }

  async find(id: Id<"emp">): Promise<AccountRecord | undefined> {
    return this.#items.get(id);
  }

  async summary(id: Id<"emp">): Promise<AccountSummary | undefined> {
    const item = this.#items.get(id);
    return item && accountSummary.parse(item);
  }

  async activate(owner: AccountOwner, at: Date): Promise<void> {
    const { state = "not-activated" } = this.#items.get(owner.id) ?? {};
    if (state === "not-activated")
      this.#move(owner, at, { ...withoutAuthenticator, state: "no-authenticator" });
  }

  restarting(owner: AccountOwner, seen: AccountSummary, at: Date): JoinedWrite {
    return stepInMemory("decision-raced", {
      holds: () => {
        const item = this.#items.get(owner.id);
        return item?.state === seen.state && !item.frozen;
      },
      write: () => this.#move(owner, at, { state: "not-activated", mfaReset: undefined }),
    });
  }

  moving(owner: AccountOwner, seen: AccountSummary, at: Date): JoinedWrite {
    return stepInMemory("decision-raced", {
      holds: () => {
        const item = this.#items.get(owner.id);
        return item?.state === seen.state && !item.frozen === !seen.frozen;
      },
      write: () => this.#move(owner, at, {}),
    });
  }

  reminding({ id, runId, at }: Reminder): JoinedWrite {
    return stepInMemory("request-repeated", {
      holds: () => {
        const item = this.#items.get(id);
        const last = item?.reminded ? Date.parse(item.reminded.sentAt) : Number.NEGATIVE_INFINITY;
        return item !== undefined && at.getTime() - last >= betweenRemindersMs;
      },
      write: () => this.#set(this.#existing(id), { reminded: { sentAt: at.toISOString(), runId } }),
    });
  }

  async register(
    owner: AccountOwner,
    { sealedKey, deviceName, recoveryCodes, at }: NewAuthenticator,
  ): Promise<void> {
    this.#move(owner, at, {
      ...withoutAuthenticator,
      ...storedCodes(recoveryCodes),
      state: "ready",
      authenticatorKey: sealedKey,
      deviceName,
      registeredAt: at.toISOString(),
    });
  }

  async confirmReady(owner: AccountOwner, at: Date): Promise<void> {
    if (this.#items.get(owner.id)?.state !== "ready") this.#move(owner, at, { state: "ready" });
  }

  async dropAuthenticator(owner: AccountOwner, at: Date): Promise<void> {
    this.#move(owner, at, { ...withoutAuthenticator, state: "no-authenticator" });
  }

  async useStep(id: Id<"emp">, step: number): Promise<boolean> {
    const item = this.#items.get(id);
    if (!item || (item.usedStep ?? step - 1) >= step) return false;
    return this.#set(item, { usedStep: step });
  }

  async noteHint(id: Id<"emp">, clockHints: ClockHints): Promise<boolean> {
    const item = this.#items.get(id);
    if (!item || (item.clockHints?.made ?? 0) !== clockHints.made - 1) return false;
    return this.#set(item, { clockHints });
  }

  async replaceRecoveryCodes(id: Id<"emp">, codes: RecoveryHashes): Promise<void> {
    this.#set(this.#existing(id), storedCodes(codes));
  }

  async useRecoveryCode(id: Id<"emp">, hash: string): Promise<boolean> {
    const item = this.#items.get(id);
    if (!item?.recoveryCodes?.hashes[hash]) return false;
    const { salt, hashes } = item.recoveryCodes;
    const left = Object.keys(hashes).filter((each) => each !== hash);
    return this.#set(item, storedCodes({ salt, hashes: left }));
  }

  askingMfaReset(id: Id<"emp">, mfaReset: Pick<MfaReset, "id">): JoinedWrite {
    return stepInMemory("mfa-reset-pending", {
      holds: () => {
        const item = this.#items.get(id);
        return item !== undefined && item.mfaReset?.decidedAt === undefined;
      },
      write: () => this.#set(this.#existing(id), { mfaReset }),
    });
  }

  decidingMfaReset(id: Id<"emp">, mfaReset: MfaReset): JoinedWrite {
    return stepInMemory("approval-subject-changed", {
      holds: () => {
        const { mfaReset: seen } = this.#items.get(id) ?? {};
        return seen?.id === mfaReset.id && seen.decidedAt === undefined;
      },
      write: () => this.#set(this.#existing(id), { mfaReset }),
    });
  }

  async startMfaReset(id: Id<"emp">, resetId: string, effectiveFrom: string): Promise<void> {
    const item = this.#items.get(id);
    const { mfaReset } = item ?? {};
    if (!item || mfaReset?.id !== resetId) return;
    if (mfaReset.decidedAt && !mfaReset.effectiveFrom)
      this.#set(item, { mfaReset: { ...mfaReset, effectiveFrom } });
  }

  async takeMfaReset(id: Id<"emp">, resetId: string): Promise<boolean> {
    const item = this.#items.get(id);
    if (item?.mfaReset?.id !== resetId) return false;
    return this.#set(item, { mfaReset: undefined });
  }

  async markFrozen(owner: AccountOwner, frozen: FrozenCopy | undefined, at: Date): Promise<void> {
    if (this.#items.has(owner.id)) this.#move(owner, at, { frozen });
  }

  async list(list: string, { limit, after }: ListedQuery): Promise<Listed[]> {
    const place = ({ id, since }: Listed) => `${since} ${id}`;
    return [...this.#items.values()]
      .filter((item) => listOf(item.instansiId, item) === list)
      .map(({ employeeId: id }) => ({ id, since: this.#since.get(id) ?? "" }))
      .sort((a, b) => place(a).localeCompare(place(b)))
      .filter((listed) => !after || place(listed) > place(after))
      .slice(0, limit);
  }

  async among(list: string, ids: readonly Id<"emp">[]): Promise<ReadonlySet<Id<"emp">>> {
    const listed = [...this.#items.values()].filter(
      (item) => listOf(item.instansiId, item) === list,
    );
    return new Set(listed.map(({ employeeId: id }) => id).filter((id) => ids.includes(id)));
  }

  #move({ id, instansiId }: AccountOwner, at: Date, change: Partial<AccountRecord>): void {
    const before: AccountRecord = this.#items.get(id) ?? {
      employeeId: id,
      instansiId,
      state: "not-activated",
    };
    this.#set(before, { instansiId, ...change });
    this.#since.set(id, at.toISOString());
  }

  #existing(id: Id<"emp">): AccountRecord {
    const item = this.#items.get(id);
    if (!item) throw new Error("There is no such account.");
    return item;
  }

  #set(item: AccountRecord, change: Partial<AccountRecord>): true {
    this.#items.set(item.employeeId, { ...item, ...change });
    return true;
  }
}
