import type {
  AgencyRules,
  AttendanceRuleBook,
  MachineOf,
  MachinePins,
} from "#shared/attendance/attendance-rules.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { Conflict } from "#shared/runtime/errors.ts";

/** The rules without DynamoDB; runs the same contract test (attendance-rules-contract.ts). */
export class AttendanceRulesInMemory implements AttendanceRuleBook {
  readonly history: AuditEntry[];
  readonly #rules = new Map<string, AgencyRules>();
  readonly #pins = new Map<string, MachinePins>();

  constructor(history: AuditEntry[] = []) {
    this.history = history;
  }

  async find(instansiId: string): Promise<AgencyRules | undefined> {
    return this.#rules.get(instansiId);
  }

  async save(rules: AgencyRules, entry: AuditEntry): Promise<void> {
    if ((this.#rules.get(rules.instansiId)?.revision ?? 0) !== rules.revision - 1)
      throw new Conflict("attendance-changed");
    this.#rules.set(rules.instansiId, rules);
    this.history.push(entry);
  }

  async pinsOf({ instansiId, machine }: MachineOf): Promise<readonly MachinePins[]> {
    return [...this.#pins.values()].filter(
      (each) => each.instansiId === instansiId && each.machine === machine,
    );
  }

  async savePins(pins: MachinePins): Promise<void> {
    const key = [pins.instansiId, pins.machine, pins.person].join("#");
    if ((this.#pins.get(key)?.revision ?? 0) !== pins.revision - 1)
      throw new Conflict("attendance-changed");
    this.#pins.set(key, pins);
  }
}
