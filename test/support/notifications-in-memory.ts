import type { EmployeeId } from "#shared/employee/employee.ts";
import type { MailState, Notification, Notifications } from "#shared/notification/notification.ts";

/** The inboxes without DynamoDB; runs the same contract test (notification-table-contract.ts). */
export class NotificationsInMemory implements Notifications {
  readonly #items = new Map<string, { item: Notification; mail: MailState }>();

  async add(item: Notification): Promise<MailState> {
    const known = this.#items.get(keyOf(item));
    if (known) return known.mail;
    this.#items.set(keyOf(item), { item, mail: "waiting" });
    return "waiting";
  }

  async settleMail(item: Notification, mail: MailState): Promise<void> {
    this.#items.set(keyOf(item), { item, mail });
  }

  async list(employeeId: EmployeeId, limit = 20): Promise<Notification[]> {
    return [...this.#items.values()]
      .map(({ item }) => item)
      .filter((item) => item.employeeId === employeeId)
      .sort((a, b) => (a.id < b.id ? 1 : -1))
      .slice(0, limit);
  }
}

const keyOf = ({ employeeId, id }: Notification) => `${employeeId} ${id}`;
