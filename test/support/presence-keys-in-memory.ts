import type { EmployeeId } from "#shared/employee/employee.ts";
import type { PresenceKey, PresenceKeys } from "#shared/gate/presence-keys.ts";

/** The keys of phones without DynamoDB; runs the same contract test (presence-keys-contract.ts). */
export class PresenceKeysInMemory implements PresenceKeys {
  readonly #keys = new Map<string, PresenceKey>();

  async find(instansiId: string, person: EmployeeId): Promise<PresenceKey | undefined> {
    return this.#keys.get(`${instansiId} ${person}`);
  }

  async findAll(instansiId: string, people: readonly EmployeeId[]) {
    const its = this.#of(instansiId).filter(({ person }) => people.includes(person));
    return new Map(its.map((each) => [each.person, each]));
  }

  async list(instansiId: string, from?: EmployeeId) {
    const left = this.#of(instansiId).filter(({ person }) => from === undefined || person > from);
    const items = left.slice(0, 2);
    return { items, next: left.length > items.length ? items.at(-1)?.person : undefined };
  }

  async save(key: PresenceKey): Promise<boolean> {
    const name = `${key.instansiId} ${key.person}`;
    if ((this.#keys.get(name)?.revision ?? 0) !== key.revision - 1) return false;
    this.#keys.set(name, key);
    return true;
  }

  #of(instansiId: string): readonly PresenceKey[] {
    return [...this.#keys.values()]
      .filter((each) => each.instansiId === instansiId)
      .sort((a, b) => (a.person < b.person ? -1 : 1));
  }
}
