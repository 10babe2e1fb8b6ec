import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Unit } from "#shared/access/scope.ts";
import type { UnitRegister } from "#shared/employee/employees.ts";
import { type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import { Busy, Conflict } from "#shared/runtime/errors.ts";
import { newId } from "#shared/runtime/ids.ts";
import { readable } from "#shared/runtime/stored-item.ts";
import { keyOf, mostOtherNames, namesOf, type OrgUnit, type OrgUnitId } from "./org-unit.ts";
import { nameId, unitItem, unitNameItem } from "./unit-item.ts";
import { putName, putUnit } from "./unit-table.ts";

/** How often a unit is entered again because somebody changed it at the same moment. */
const tries = 3;

/** Enters the units of records into the trees, for the functions that save records. */
export class UnitRegisterTable implements UnitRegister {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  /** An item that cannot be read keeps nobody from saving a record: it is reported. */
  async join(place: Unit): Promise<void> {
    const { instansiId, unitKerja } = place;
    if (keyOf(unitKerja) === "") return;
    for (let attempt = 1; attempt <= tries; attempt++) {
      const marker = await this.#get(instansiId, nameId(unitKerja));
      const [known] = marker ? readable(unitNameItem, [marker], () => ({ instansiId })) : [];
      if (marker && (!known || known.spellings.includes(unitKerja))) return;
      const steps = await this.#steps(place, known);
      const [first, ...rest] = steps;
      if (!first || (await this.#isWritten([first, ...rest]))) return;
    }
    throw new Busy(1);
  }

  /** Whoever stands under a former name stands in the unit that had it, while there is one. */
  async #steps(
    place: Unit,
    known: ReturnType<typeof unitNameItem.parse> | undefined,
  ): Promise<TransactionStep[]> {
    if (!known) return this.#addUnit(place);
    const unit = await this.#find(place, known.unitId);
    if (!unit && known.spellings.length === 0) return this.#addUnit(place);
    return unit ? this.#addSpelling(place, unit) : [];
  }

  async #isWritten(steps: readonly [TransactionStep, ...TransactionStep[]]): Promise<boolean> {
    try {
      await writeTogether(this.#db, steps);
      return true;
    } catch (error) {
      if (error instanceof Conflict) return false;
      throw error;
    }
  }

  #addUnit({ instansiId, unitKerja: name }: Unit): TransactionStep[] {
    const unit = { instansiId, id: newId("unt"), name, otherNames: [], revision: 1 };
    return [
      { write: putUnit(this.#tableName, unit), taken: "decision-raced" },
      { write: putName(this.#tableName, { unit, name }), taken: "unit-name-taken" },
    ];
  }

  async #find({ instansiId }: Unit, id: OrgUnitId): Promise<OrgUnit | undefined> {
    const item = await this.#get(instansiId, id);
    return item && readable(unitItem, [item], () => ({ unitId: id }))[0];
  }

  #addSpelling({ unitKerja }: Unit, unit: OrgUnit): TransactionStep[] {
    // Somebody else may have entered this spelling between the two reads.
    const isKnown = namesOf(unit).includes(unitKerja);
    if (isKnown || unit.otherNames.length >= mostOtherNames) return [];
    const otherNames = [...unit.otherNames, unitKerja];
    const next = { ...unit, otherNames, revision: unit.revision + 1 };
    return [
      { write: putUnit(this.#tableName, next), taken: "decision-raced" },
      {
        write: putName(this.#tableName, { unit: next, name: unitKerja }),
        taken: "unit-name-taken",
      },
    ];
  }

  async #get(instansiId: string, id: string): Promise<Record<string, unknown> | undefined> {
    const Key = { instansiId, id };
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    return Item;
  }
}
