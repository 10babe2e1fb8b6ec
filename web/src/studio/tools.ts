/** The nets that the studio works with, where somebody has asked for them. Runs in the worker. */
import { type FindPerson, loadPersonFinder } from "#shared/vision/find-person.ts";
import { bringModels, NotTheModel } from "./bring-models.ts";
import type { ToolName, ToolOutcome, ToolQuestion } from "./worker-messages.ts";

export class Tools {
  #person: FindPerson | undefined;
  readonly #loading = new Map<ToolName, AbortController>();

  /** Says where a person is; undefined as long as it was not asked for. */
  get person(): FindPerson | undefined {
    return this.#person;
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
    const [model = new Uint8Array()] = brought;
    this.#person = await loadPersonFinder(model);
    return "ready";
  }

  stop(tool: ToolName): void {
    this.#loading.get(tool)?.abort();
  }
}
