import { units } from "../messages/units.ts";
import type { ChangeOf, ChangeView } from "./agency-approval.ts";
import { Fact, OldAndNew } from "./old-and-new.tsx";

const text = units.decide;

type UnitChange = ChangeOf<"unit-change">;

/** A change of the tree of units, as who decides reads it. */
export function unitChangeView(change: UnitChange): ChangeView {
  const { action, people, alsoFrom } = change;
  return {
    subject: change.units.join("; "),
    question: text.question[action],
    effect: text.effect[action],
    facts: (
      <OldAndNew field={text.field[action]} {...oldAndNew(change)}>
        {action !== "add" && <Fact term={text.people}>{units.people(people)}</Fact>}
        {alsoFrom.length > 0 && (
          <Fact term={text.alsoFrom}>
            <span translate={false}>{alsoFrom.join("; ")}</span>
          </Fact>
        )}
      </OldAndNew>
    ),
  };
}

function oldAndNew({ action, to, parents, ...change }: UnitChange) {
  const names = change.units.join("; ");
  const placed = to === undefined ? text.atTop : text.below(to);
  switch (action) {
    case "add":
      return { old: text.nothing, wanted: `${names}, ${placed}` };
    case "rename":
    case "merge":
      return { old: names, wanted: to ?? "" };
    case "move":
      return {
        old: parents.map((parent) => (parent ? text.below(parent) : text.atTop)).join("; "),
        wanted: placed,
      };
    case "close":
      return { old: names, wanted: text.gone };
  }
}
