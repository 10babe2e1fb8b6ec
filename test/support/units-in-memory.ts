import type { Unit } from "#shared/access/scope.ts";
import { keyOf, namesOf, type OrgUnit, type OrgUnitId } from "#shared/agency/org-unit.ts";
import type { Claim, OrgUnits, TreeChange, UnitPage } from "#shared/agency/org-units.ts";
import type { UnitRegister } from "#shared/employee/employees.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

let made = 0;

/** The unit table without DynamoDB; runs the same contract test as the real one (unit-table-contract.ts). */
export class UnitsInMemory implements OrgUnits, UnitRegister {
  readonly #units = new Map<OrgUnitId, OrgUnit>();
  /** Which unit a name leads to, by agency and folded name. */
  readonly #names = new Map<string, OrgUnitId>();
  readonly #revisions = new Map<string, number>();

  async find(instansiId: string, id: OrgUnitId): Promise<OrgUnit | undefined> {
    const unit = this.#units.get(id);
    return unit?.instansiId === instansiId ? unit : undefined;
  }

  async findByName(instansiId: string, name: string): Promise<OrgUnit | undefined> {
    const id = await this.ownerOf(instansiId, name);
    const unit = id && (await this.find(instansiId, id));
    return unit && hasName(unit, name) ? unit : undefined;
  }

  async ownerOf(instansiId: string, name: string): Promise<OrgUnitId | undefined> {
    return this.#names.get(nameKey(instansiId, name));
  }

  async treeRevision(instansiId: string): Promise<number> {
    return this.#revisions.get(instansiId) ?? 0;
  }

  async children(
    { instansiId, parent }: { readonly instansiId: string; readonly parent: OrgUnitId | undefined },
    { limit, from }: { readonly limit: number; readonly from?: string | undefined },
  ): Promise<UnitPage> {
    if (from !== undefined && !/ unt_[\w-]+$/.test(from))
      throw new InvalidInput({ field: "cursor", code: "malformed" });
    const place = (unit: OrgUnit) => `${keyOf(unit.name)} ${unit.id}`;
    const all = [...this.#units.values()]
      .filter((unit) => unit.instansiId === instansiId && unit.parent === parent)
      .sort((a, b) => (place(a) < place(b) ? -1 : 1))
      .filter((unit) => from === undefined || place(unit) > from);
    const items = all.slice(0, limit);
    const last = items.at(-1);
    return { items, next: last && all.length > limit ? place(last) : undefined };
  }

  async *all(instansiId: string): AsyncGenerator<OrgUnit> {
    yield* [...this.#units.values()].filter((unit) => unit.instansiId === instansiId);
  }

  async namesFrom(query: {
    readonly instansiId: string;
    readonly begin: string;
    readonly limit: number;
  }): Promise<string[]> {
    const units = await Array.fromAsync(this.all(query.instansiId));
    return units
      .flatMap(namesOf)
      .filter((name) => keyOf(name).startsWith(keyOf(query.begin)))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .slice(0, query.limit);
  }

  changing(change: TreeChange): readonly JoinedWrite[] {
    const { instansiId, seen, saved, removed, claimed, freed } = change;
    const tree = stepInMemory("decision-raced", {
      holds: () => (this.#revisions.get(instansiId) ?? 0) === seen,
      write: () => this.#revisions.set(instansiId, seen + 1),
    });
    const gone = stepInMemory("decision-raced", {
      holds: () => true,
      write: () => {
        for (const { id } of removed) this.#units.delete(id);
        for (const name of freed) this.#names.delete(nameKey(instansiId, name));
      },
    });
    return [tree, ...saved.map((unit) => this.#put(unit)), gone, ...claimed.map(this.#claim)];
  }

  async write(change: TreeChange): Promise<void> {
    writeInMemory(this.changing(change));
  }

  async join({ instansiId, unitKerja }: Unit): Promise<void> {
    if (keyOf(unitKerja) === "") return;
    // Without a pause between look and write: the real table tries again instead.
    const id = this.#names.get(nameKey(instansiId, unitKerja));
    const known = id && this.#units.get(id);
    if (known && namesOf(known).includes(unitKerja)) return;
    const unit = known
      ? { ...known, otherNames: [...known.otherNames, unitKerja], revision: known.revision + 1 }
      : aUnit({ instansiId, name: unitKerja });
    writeInMemory([this.#put(unit), this.#claim({ unit, name: unitKerja })]);
  }

  #put(unit: OrgUnit): JoinedWrite {
    return stepInMemory("decision-raced", {
      holds: () => (this.#units.get(unit.id)?.revision ?? 0) === unit.revision - 1,
      write: () => this.#units.set(unit.id, unit),
    });
  }

  readonly #claim = ({ unit, name, from }: Claim): JoinedWrite => {
    const key = nameKey(unit.instansiId, name);
    const isFree = (owner: OrgUnitId) => {
      const other = this.#units.get(owner);
      return owner === from || !other || !hasName(other, name);
    };
    return stepInMemory("unit-name-taken", {
      holds: () => {
        const owner = this.#names.get(key) ?? unit.id;
        return owner === unit.id || isFree(owner);
      },
      write: () => this.#names.set(key, unit.id),
    });
  };
}

const hasName = (unit: OrgUnit, name: string) => namesOf(unit).map(keyOf).includes(keyOf(name));
const nameKey = (instansiId: string, name: string) => `${instansiId} ${keyOf(name)}`;

export function aUnit(change: Partial<OrgUnit> = {}): OrgUnit {
  return {
    instansiId: "ins_contoh",
    id: `unt_${(made++).toString(36)}`,
    name: "Dinas Kesehatan",
    otherNames: [],
    revision: 1,
    ...change,
  };
}
