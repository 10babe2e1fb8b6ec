import { Cast } from "./cast.ts";
import { languagesOf } from "./languages.ts";
import { pictureFailures } from "./visitor.ts";
import type { World } from "./world.ts";

/** One world, and visitors of each language that is walked in it. */
export class Casts {
  readonly world: World;
  readonly all: readonly Cast[];

  private constructor(world: World, all: readonly Cast[]) {
    this.world = world;
    this.all = all;
  }

  /** @param story a name of its own, for the draw of the language */
  static async gather(world: World, story: string): Promise<Casts> {
    const gathered = languagesOf(story).map((language) => Cast.gather(world, language));
    return new Casts(world, await Promise.all(gathered));
  }

  /** The same in all of them at once. */
  async walk(walk: (cast: Cast) => Promise<void>): Promise<void> {
    this.#pictureFailures();
    await Promise.all(this.all.map(walk));
  }

  #pictureFailures(): void {
    for (const { tours, language } of this.all)
      pictureFailures(
        tours.map(({ visitor }) => visitor),
        `${language}-`,
      );
  }

  /** What the browsers had to say. */
  get complaints(): readonly string[] {
    return this.all.flatMap(({ tours }) => tours.flatMap(({ visitor }) => visitor.complaints));
  }
}
