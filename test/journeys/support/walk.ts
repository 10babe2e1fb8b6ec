import type { SeededPerson } from "../../../local/demo/seed.ts";
import { type Conditions, screenOf, scriptOf } from "./conditions.ts";
import { type Hands, keyboard, mouse } from "./hands.ts";
import type { NewcomerOptions } from "./newcomers.ts";
import { Tour } from "./tour.ts";
import type { Visitor } from "./visitor.ts";
import type { World } from "./world.ts";

/** One flow under one set of conditions. */
export class Walk {
  readonly world: World;
  readonly conditions: Conditions;
  /** Grows with each device. */
  readonly visitors: Visitor[] = [];
  /** Whether views are looked at on the way, which takes as long as the walk itself. */
  readonly #looks: boolean;
  readonly #number: number;
  static #count = 0;

  constructor(world: World, conditions: Conditions, looks: boolean) {
    this.world = world;
    this.conditions = conditions;
    this.#looks = looks;
    Walk.#count += 1;
    this.#number = Walk.#count;
  }

  get language(): Conditions["language"] {
    return this.conditions.language;
  }

  /** How its visitors work at a page. */
  get manner(): { hands: Hands; looks: boolean } {
    return {
      hands: this.conditions.hands === "keyboard" ? keyboard : mouse,
      looks: this.#looks,
    };
  }

  /** A device of somebody, under these conditions. */
  async device(): Promise<Tour> {
    const { world, conditions, language } = this;
    const visitor = await world.visitor({ ...screenOf(conditions), language });
    await visitor.page.context().addInitScript(scriptOf(conditions));
    this.visitors.push(visitor);
    return new Tour(language, visitor, world.cloud.siteUrl, this.manner);
  }

  /** …who is signed in. */
  async signedIn({ employee }: SeededPerson, ready = "h1:focus"): Promise<Tour> {
    const tour = await this.device();
    await tour.visitor.signIn(employee.nip);
    await tour.shows(ready);
    return tour;
  }

  /** Somebody of this walk alone. */
  person(like: NewcomerOptions["like"], options: Omit<NewcomerOptions, "like" | "name"> = {}) {
    return this.world.newcomer({ like, name: "Alur Contohwan", ...options });
  }

  /** …in an agency of this walk alone, where nobody else asks or decides. */
  colleague(like: NewcomerOptions["like"]): Promise<SeededPerson> {
    return this.person(like, { instansiId: `ins_alur${this.#number}` });
  }

  /** @returns of two texts the one in the language of this walk */
  say<Text>(id: Text, en: Text): Text {
    return this.language === "id" ? id : en;
  }

  get complaints(): string[] {
    return this.visitors.flatMap(({ complaints }) => complaints);
  }

  /** What the API answered with success, e.g. "POST /api/session/code". */
  get done(): string[] {
    return this.visitors
      .flatMap(({ answers }) => answers)
      .filter((answer) => / 2\d\d$/.test(answer))
      .map((answer) => answer.slice(0, -4));
  }

  async end(): Promise<void> {
    await Promise.all(this.visitors.map((visitor) => visitor.leave()));
  }
}
