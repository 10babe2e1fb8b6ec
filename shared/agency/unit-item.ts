/** The items of the unit table: units, one item for each name that leads to a unit, and how often each agency's tree was changed. */
import * as z from "zod";
import { storedItem } from "#shared/runtime/stored-item.ts";
import { keyOf, type OrgUnit, orgUnit, orgUnitId } from "./org-unit.ts";

export const unitItem = storedItem({ name: "unit", schema: orgUnit });

/** Which unit a name leads to, and the spellings of it that the unit knows: none of a former name, which is free for another unit. */
export const unitNameItem = storedItem({
  name: "unit-name",
  schema: z.object({ unitId: orgUnitId, spellings: z.array(z.string()) }),
});

export const treeItem = storedItem({
  name: "unit-tree",
  schema: z.object({ treeRevision: z.int() }),
});

/** The tree's key beside those of units (`unt_…`) and names. */
export const treeId = "tree";
export const nameId = (name: string) => `name#${keyOf(name)}`;
/** Whose child a unit is: the partition of the index `by-parent`. */
export const placeOf = ({ instansiId, parent }: Pick<OrgUnit, "instansiId" | "parent">) =>
  `${instansiId}#${parent ?? "root"}`;
