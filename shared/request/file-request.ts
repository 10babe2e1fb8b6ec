import type { Employee } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { submit } from "./move-request.ts";
import type { Request } from "./request.ts";
import type { Kept } from "./request-kind.ts";
import { moveTo, type Requests } from "./requests.ts";

interface FileRequest {
  readonly requests: Pick<Requests, "save">;
  readonly clock: Clock;
}

interface Filed extends Kept, Pick<Request, "id" | "kind"> {
  /** Whom it is about, who neither asked for it nor is asked. */
  readonly person: Employee;
}

/**
 * Sends a request that nobody asks for to those who decide.
 * @returns false when it is there already, or another one of its person, kind and group is on its way
 */
export async function fileRequest(
  { requests, clock }: FileRequest,
  { id, kind, person, content, group, chain }: Filed,
): Promise<boolean> {
  const at = clock.now();
  const { instansiId, unitKerja } = person;
  const draft: Request = {
    ...{ id, kind, person: person.id, instansiId, unitKerja, unasked: true, content, files: [] },
    ...{ state: "draft", group, chain, place: 0, agreed: [], answerDays: 1, trail: [] },
    ...{ since: at.toISOString(), version: 1 },
  };
  try {
    await requests.save(moveTo(undefined, submit(draft, { at, content, files: [], chain })));
    return true;
  } catch (error) {
    const isThere =
      error instanceof Conflict && ["request-moved", "request-open"].includes(error.code);
    if (!isThere) throw error;
    return false;
  }
}
