import { createHash } from "node:crypto";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { base32 } from "#shared/runtime/ids.ts";
import type { OrgUnitId } from "./org-unit.ts";
import type { OrgUnits } from "./org-units.ts";
import type { UnitChangeRequest } from "./unit-answers.ts";
import type { UnitChange } from "./unit-change.ts";

/**
 * The change that a request means: units that were typed by name are looked up.
 * @throws InvalidInput on `into`, `parent`: `unit-unknown`
 */
export async function unitChangeOf(
  { units }: { readonly units: Pick<OrgUnits, "findByName"> },
  instansiId: string,
  request: UnitChangeRequest,
): Promise<UnitChange> {
  const named = async (field: "into" | "parent", name: string) => {
    const unit = await units.findByName(instansiId, name);
    if (!unit) throw new InvalidInput({ field, code: "unit-unknown" });
    return { id: unit.id, name: unit.name };
  };
  switch (request.action) {
    case "add": {
      const { action, name, parent, requestId } = request;
      return { action, id: newUnitFor(requestId), name, ...(parent && { parent }) };
    }
    case "rename": {
      const { action, unit, name } = request;
      return { action, unit, name };
    }
    case "merge": {
      const { action, unit, into } = request;
      return { action, unit, into: await named("into", into) };
    }
    case "move": {
      const { action, units: moved, parent } = request;
      return { action, units: moved, ...(parent && { parent: await named("parent", parent) }) };
    }
    case "close": {
      const { action, unit } = request;
      return { action, unit };
    }
  }
}

/** The same request twice means the same unit, so it asks once. */
function newUnitFor(requestId: string): OrgUnitId {
  const digest = createHash("sha256").update(requestId).digest();
  return `unt_${base32(digest.subarray(0, 16))}`;
}
