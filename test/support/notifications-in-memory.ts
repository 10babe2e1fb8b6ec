import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Notification } from "#shared/notification/notification.ts";
import type { NotificationTable } from "#shared/notification/notification-table.ts";

/** The inboxes without DynamoDB; runs the same contract test (notification-table-contract.ts). */
export class NotificationsInMemory implements Pick<NotificationTable, keyof NotificationTable> {
  readonly #items = new Map<string, Notification>();

  async has({ employeeId, id }: Pick<Notification, "employeeId" | "id">): Promise<boolean> {
    return this.#items.has(`${employeeId} ${id}`);
  }

  async add(notification: Notification): Promise<void> {
    this.#items.set(`${notification.employeeId} ${notification.id}`, notification);
  }

  async list(employeeId: EmployeeId, limit = 20): Promise<Notification[]> {
    return [...this.#items.values()]
      .filter((item) => item.employeeId === employeeId)
      .sort((a, b) => (a.id < b.id ? 1 : -1))
      .slice(0, limit);
  }
}
