import type { EmployeeId } from "#shared/employee/employee.ts";
import type { MailPlan, MailPlans } from "#shared/notification/mail-plan.ts";
import type { MailMessage } from "#shared/notification/notification.ts";
import { NotificationsInMemory } from "./notifications-in-memory.ts";

/** The plans of mails without DynamoDB, beside the inboxes in memory; runs the same contract test (mail-plan-table-contract.ts). */
export class MailPlansInMemory implements MailPlans {
  readonly #inboxes: Pick<NotificationsInMemory, "keep">;
  readonly #plans = new Map<EmployeeId, MailPlan>();
  readonly #summaries = new Set<string>();

  constructor(inboxes: Pick<NotificationsInMemory, "keep">) {
    this.#inboxes = inboxes;
  }

  async find(employeeId: EmployeeId): Promise<MailPlan> {
    return this.#plans.get(employeeId) ?? { employeeId, revision: 0 };
  }

  async replace(plan: MailPlan): Promise<boolean> {
    const { revision = 0 } = this.#plans.get(plan.employeeId) ?? {};
    if (revision !== plan.revision) return false;
    this.#plans.set(plan.employeeId, { ...plan, revision: plan.revision + 1 });
    return true;
  }

  async keep(message: MailMessage, day: string): Promise<boolean> {
    if (!this.#inboxes.keep(message)) return false;
    await this.ask(message.employeeId, day);
    return true;
  }

  async ask(employeeId: EmployeeId, day: string): Promise<void> {
    this.#summaries.add(`${day} ${employeeId}`);
  }

  async due(day: string, limit: number): Promise<EmployeeId[]> {
    const ids = [...this.#summaries].filter((key) => key.startsWith(`${day} `)).sort();
    return ids.slice(0, limit).map((key): EmployeeId => `emp_${key.slice(day.length + 5)}`);
  }

  async asked(employeeId: EmployeeId, day: string): Promise<void> {
    this.#summaries.delete(`${day} ${employeeId}`);
  }
}

/** Empty inboxes with the plans of their mails. */
export function inboxesInMemory() {
  const notifications = new NotificationsInMemory();
  return { notifications, plans: new MailPlansInMemory(notifications) };
}
