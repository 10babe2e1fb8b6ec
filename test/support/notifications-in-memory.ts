import type { EmployeeId } from "#shared/employee/employee.ts";
import type {
  ItemMails,
  MailMessage,
  MailState,
  Notification,
  Notifications,
} from "#shared/notification/notification.ts";
import { conditionFailed } from "./aws-failures.ts";

interface Item {
  readonly item: Notification;
  readonly mail: MailState;
  readonly settled?: readonly string[] | undefined;
  readonly claimedUntil?: Date | undefined;
}

/** The inboxes without DynamoDB; runs the same contract test (notification-table-contract.ts). */
export class NotificationsInMemory implements Notifications {
  readonly #items = new Map<string, Item>();

  async add(item: Notification, mail: "waiting" | "refused" = "waiting"): Promise<MailState> {
    const key = `${item.employeeId} ${item.id}`;
    const known = this.#items.get(key);
    if (known) return known.mail;
    this.#items.set(key, { item, mail });
    return mail;
  }

  async mailsOf(message: MailMessage): Promise<ItemMails | undefined> {
    const found = this.#items.get(keyOf(message));
    return found && { ...found, ...found.item };
  }

  async claimMails(
    message: MailMessage,
    { now, until }: { readonly now: Date; readonly until: Date },
  ): Promise<ItemMails | undefined> {
    const found = this.#items.get(keyOf(message));
    if (found?.mail !== "waiting") return undefined;
    if (found.claimedUntil && found.claimedUntil >= now) return undefined;
    this.#change(message, { claimedUntil: until });
    return await this.mailsOf(message);
  }

  async releaseMails(message: MailMessage): Promise<void> {
    this.#change(message, { claimedUntil: undefined });
  }

  async settleMail(message: MailMessage, mail: "sent" | "refused"): Promise<void> {
    this.#change(message, { mail, settled: undefined });
  }

  async settleFormerMail(message: MailMessage, address: string): Promise<void> {
    const { settled = [] } = this.#items.get(keyOf(message)) ?? {};
    this.#change(message, { settled: [...settled, address] });
  }

  async kept(employeeId: EmployeeId): Promise<Notification[]> {
    return [...this.#items.values()]
      .filter(({ item, mail }) => item.employeeId === employeeId && mail === "kept")
      .map(({ item }) => item)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** For the plan of mails, which keeps them for the summary in one write. @returns false when it does not wait any more */
  keep(message: MailMessage): boolean {
    if (this.#items.get(keyOf(message))?.mail !== "waiting") return false;
    this.#change(message, { mail: "kept", claimedUntil: undefined, settled: undefined });
    return true;
  }

  async list(employeeId: EmployeeId, limit = 20): Promise<Notification[]> {
    return [...this.#items.values()]
      .map(({ item }) => item)
      .filter((item) => item.employeeId === employeeId)
      .sort((a, b) => (a.id < b.id ? 1 : -1))
      .slice(0, limit);
  }

  #change(message: MailMessage, change: Partial<Item>): void {
    const found = this.#items.get(keyOf(message));
    if (!found) throw conditionFailed();
    this.#items.set(keyOf(message), { ...found, ...change });
  }
}

const keyOf = ({ employeeId, notificationId }: MailMessage) => `${employeeId} ${notificationId}`;
