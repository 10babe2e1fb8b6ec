import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Session } from "#shared/session/session.ts";
import type { SessionTable } from "#shared/session/session-table.ts";

/** The session table without DynamoDB; runs the same contract test (session-table-contract.ts). */
export class SessionsInMemory implements Pick<SessionTable, keyof SessionTable> {
  readonly #sessions = new Map<string, Session>();
  touches = 0;

  get all(): readonly Session[] {
    return [...this.#sessions.values()];
  }

  async add(session: Session): Promise<void> {
    if (this.#sessions.has(session.id)) throw new Error("This session exists.");
    this.#sessions.set(session.id, session);
  }

  async find(id: string): Promise<Session | undefined> {
    return this.#sessions.get(id);
  }

  async touch(id: string, at: Date): Promise<void> {
    const session = this.#sessions.get(id);
    if (!session) return;
    this.touches += 1;
    this.#sessions.set(id, { ...session, lastSeenAt: at.toISOString() });
  }

  async remove(id: string): Promise<void> {
    this.#sessions.delete(id);
  }

  async removeAllOf(employeeId: EmployeeId): Promise<void> {
    for (const session of this.all) {
      if (session.employeeId === employeeId) this.#sessions.delete(session.id);
    }
  }
}
