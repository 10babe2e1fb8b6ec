import type { EmployeeId } from "#shared/employee/employee.ts";
import { parseNip } from "#shared/employee/nip.ts";
import type { Cloud } from "../../../local/cloud/cloud.ts";
import { type DemoEmployee, type DemoPerson, demoPeople } from "../../../local/demo/people.ts";
import { type SeededPerson, seedPerson } from "../../../local/demo/seed.ts";

/** Whom a story needs. */
export interface NewcomerOptions
  extends Partial<Pick<DemoEmployee, "tmt" | "unitKerja" | "instansiId" | "contractEnd" | "zone">> {
  /** Somebody of the demo: with the same record, account, roles and photo, unless it says otherwise here. */
  readonly like: string;
  readonly name: string;
}

/** Registers people who belong to one story alone, so that no story meets what another one did. */
export class Newcomers {
  readonly #cloud: Cloud;
  #count = 0;
  readonly #likes = new Map<string, number>();

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  /** @returns when the person can sign in, and the card is drawn if there is a photo */
  async register({ like, ...options }: NewcomerOptions): Promise<SeededPerson> {
    const model = demoPerson(like);
    this.#count += 1;
    const number = String(this.#count).padStart(3, "0");
    const employee = { ...model.employee, ...options, email: `cerita${number}@contoh.example` };
    const id: EmployeeId = `emp_cerita${number}`;
    const nip = nipOf(employee, this.#orderAmong(like));
    const person = { ...model, id, employee: { ...employee, nip } };
    const { client, clock, services } = this.#cloud;
    const settings = services.functions.settings();
    await seedPerson({ client, settings, clock, isOlder: false }, person);
    await this.#cloud.waitUntilIdle();
    return person;
  }

  /** Counted by model: NIPs have three digits for it, and each model a birthday of its own. */
  #orderAmong(like: string): string {
    const order = (this.#likes.get(like) ?? 0) + 1;
    this.#likes.set(like, order);
    return String(order).padStart(3, "0");
  }
}

function demoPerson(name: string): DemoPerson {
  const person = demoPeople().find(({ employee }) => employee.name === name);
  if (!person) throw new Error(`The demo has no ${name}.`);
  return person;
}

/** Appointed as the record says, with an order number below those of the demo. */
function nipOf({ nip, tmt }: DemoEmployee, order: string) {
  const own = parseNip(`${nip.slice(0, 8)}${tmt.slice(0, 4)}${nip.slice(12, 15)}${order}`);
  if (!own) throw new Error(`Nobody appointed on ${tmt} has the order number ${order}.`);
  return own;
}
