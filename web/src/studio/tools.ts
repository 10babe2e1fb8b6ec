/** The nets that the studio works with, where somebody has asked for them. Runs in the worker. */
import { type FindFaces, loadFaceFinder } from "#shared/vision/find-faces.ts";
import { type FindPerson, loadPersonFinder } from "#shared/vision/find-person.ts";
import { bringModels, NotTheModel } from "./bring-models.ts";
import type { ToolName, ToolOutcome, ToolQuestion } from "./worker-messages.ts";

/** Those that are there. */
export interface Nets {
  /** Says where a person is. */
  readonly person?: FindPerson;
  /** Finds faces, as the judge does. */
  readonly face?: FindFaces;
}

export class Tools {
  #nets: Nets = {};
  readonly #loading = new Map<ToolName, AbortController>();

  get nets(): Nets {
    return this.#nets;
  }

  /** @param onBytes hears how many bytes have come @throws Error when this browser cannot run it: most likely no SIMD */
  async load(
    { tool, models, isKeptOnly }: ToolQuestion,
    onBytes: (bytes: number) => void,
  ): Promise<ToolOutcome> {
    const stopping = new AbortController();
    this.#loading.set(tool, stopping);
    const brought = await bringModels(models, { isKeptOnly, signal: stopping.signal, onBytes })
      .catch((error: Error) => {
        if (stopping.signal.aborted) return "stopped" as const;
        return error instanceof NotTheModel ? ("refused" as const) : ("offline" as const);
      })
      .finally(() => this.#loading.delete(tool));
    if (!brought) return "not-kept";
    if (typeof brought === "string") return brought;
    const net = await netOf(tool, brought);
    // Only now: another tool may have come meanwhile.
    this.#nets = { ...this.#nets, ...net };
    return "ready";
  }

  stop(tool: ToolName): void {
    this.#loading.get(tool)?.abort();
  }
}

async function netOf(tool: ToolName, models: readonly Uint8Array[]): Promise<Nets> {
  const [first = new Uint8Array(), second = new Uint8Array()] = models;
  return tool === "person"
    ? { person: await loadPersonFinder(first) }
    : { face: await loadFaceFinder({ detector: first, mesh: second }) };
}
