import { Cast } from "./cast.ts";
import { pictureFailures } from "./visitor.ts";
import type { World } from "./world.ts";

/** One world, and visitors of both languages in it. */
export class BothLanguages {
  readonly world: World;
  readonly casts: readonly [Cast, Cast];

  private constructor(world: World, casts: readonly [Cast, Cast]) {
    this.world = world;
    this.casts = casts;
  }

  static async gather(world: World): Promise<BothLanguages> {
    const casts = await Promise.all([Cast.gather(world, "id"), Cast.gather(world, "en")]);
    return new BothLanguages(world, casts);
  }

  /** The same in both languages at once. */
  async walk(walk: (cast: Cast) => Promise<void>): Promise<void> {
    this.#pictureFailures();
    await Promise.all(this.casts.map(walk));
  }

  #pictureFailures(): void {
    for (const { tours, language } of this.casts)
      pictureFailures(
        tours.map(({ visitor }) => visitor),
        `${language}-`,
      );
  }

  /** What the browsers had to say. */
  get complaints(): readonly string[] {
    return this.casts.flatMap(({ tours }) => tours.flatMap(({ visitor }) => visitor.complaints));
  }
}
