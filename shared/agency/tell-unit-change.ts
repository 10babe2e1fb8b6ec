import * as z from "zod";
import type { Approval } from "#shared/access/approval.ts";
import { unitChangeFacts } from "./decide-unit-change.ts";
import { unitChange } from "./unit-change.ts";

/** A change of the tree, as who decides reads it. */
export const toldUnitChange = z.strictObject({
  action: z.enum(["add", "rename", "merge", "move", "close"]),
  /** The units it is about; of one that is added its name. */
  units: z.array(z.string()).min(1).readonly(),
  /** The new name, the unit they go into, or what they stand below afterwards; absent: at the root. */
  to: z.string().exactOptional(),
  /** Of a move: what each stood below; empty at the root. */
  parents: z.array(z.string()).readonly(),
  /** Other names whose people come along. */
  alsoFrom: z.array(z.string()).readonly(),
  people: z.int(),
});

export function tellUnitChange({ old, new: wanted }: Approval): z.infer<typeof toldUnitChange> {
  const change = unitChange.parse(wanted);
  const { people, parents, move } = unitChangeFacts.parse(old);
  const units = unitsOf(change);
  const to = targetOf(change);
  return {
    action: change.action,
    units,
    ...(to !== undefined && { to }),
    parents,
    alsoFrom: (change.action === "close" ? [] : (move?.from ?? [])).filter(
      (name) => !units.includes(name),
    ),
    people,
  };
}

type Change = z.infer<typeof unitChange>;

function unitsOf(change: Change): string[] {
  if (change.action === "add") return [change.name];
  return change.action === "move" ? change.units.map(({ name }) => name) : [change.unit.name];
}

function targetOf(change: Change): string | undefined {
  switch (change.action) {
    case "add":
    case "move":
      return change.parent?.name;
    case "rename":
      return change.name;
    case "merge":
      return change.into.name;
    case "close":
      return undefined;
  }
}
