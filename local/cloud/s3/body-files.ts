import { randomUUID } from "node:crypto";
import { createReadStream, mkdirSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Digests } from "./checksums.ts";

/**
 * Bodies as files. A body is written under `incoming`, moved to `bodies` when it is complete, and never changed. It becomes an
 * object when the index names it.
 */
export class BodyFiles {
  readonly #incoming: string;
  readonly #bodies: string;

  constructor(directory: string) {
    this.#incoming = join(directory, "incoming");
    this.#bodies = join(directory, "bodies");
    for (const folder of [this.#incoming, this.#bodies]) mkdirSync(folder, { recursive: true });
  }

  /** Streams into a new file while digesting; a failure leaves nothing. @returns its id */
  async write(source: AsyncIterable<Buffer>, digests: Digests): Promise<string> {
    const id = randomUUID();
    const file = await open(join(this.#incoming, id), "wx");
    try {
      for await (const chunk of source) {
        digests.update(chunk);
        await file.writeFile(chunk);
      }
      await file.close();
    } catch (error) {
      await file.close();
      this.discard(id);
      throw error;
    }
    return id;
  }

  /** Moves a complete file to where the index may name it. */
  keep(id: string): void {
    renameSync(join(this.#incoming, id), join(this.#bodies, id));
  }

  /**
   * Opens at once: a body that is replaced a moment later is still read to its end.
   * @param start first byte
   * @param end last byte (included); undefined for all
   */
  read(id: string, { start, end }: { start?: number; end?: number } = {}): Readable {
    const path = join(this.#bodies, id);
    return createReadStream(path, {
      fd: openSync(path, "r"),
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
    });
  }

  /** Removes files nothing names any more. */
  discard(...ids: string[]): void {
    for (const path of ids.flatMap((id) => [join(this.#incoming, id), join(this.#bodies, id)])) {
      try {
        rmSync(path, { force: true });
      } catch (error) {
        // Some systems refuse while it is being read; the next start sweeps it.
        console.error("s3: a body could not be removed yet", error);
      }
    }
  }

  /** Removes what a crash left behind: unfinished files, and bodies that nothing names. */
  sweep(named: ReadonlySet<string>): void {
    const leftover = readdirSync(this.#bodies).filter((id) => !named.has(id));
    for (const id of leftover) rmSync(join(this.#bodies, id), { force: true });
    for (const id of readdirSync(this.#incoming)) {
      rmSync(join(this.#incoming, id), { force: true });
    }
  }
}
