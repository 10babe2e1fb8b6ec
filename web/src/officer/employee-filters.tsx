import { useState } from "preact/hooks";
import { listFilters } from "#shared/employee/tag-names.ts";
import { Icon } from "../components/icon.tsx";
import { TextField } from "../forms/field.tsx";
import { lazyPart } from "../lazy-page.ts";
import { card } from "../messages/card.ts";
import { officer } from "../messages/officer.ts";
import { everybody, kinds, type ListPlace, statuses } from "./list-place.ts";
import { SelectField } from "./select-field.tsx";

/** Asked for once the list is there, so that it opens without a wait. */
export const MoreFilters = lazyPart(() =>
  import("./more-filters.tsx").then((part) => part.MoreFilters),
);

interface EmployeeFiltersProps {
  readonly place: ListPlace;
  readonly find: (place: ListPlace) => void;
}

/** What to search for, filled with what was searched for. Long: markup, in the order of the page. */
export function EmployeeFilters({ place, find }: EmployeeFiltersProps) {
  const { status, kind, unit, tag } = place;
  const isOpen = [kind, unit, tag].some((filter) => filter !== "");
  const [wanted, setWanted] = useState(isOpen);
  return (
    <search>
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const typed = (name: string) => String(data.get(name) ?? "").trim();
          const chosen = <T extends string>(name: string, all: readonly T[]): T | "" =>
            all.find((each) => each === data.get(name)) ?? "";
          // What is not shown yet stays as it was.
          const rest: Pick<ListPlace, "kind" | "unit" | "tag"> = data.has("tag")
            ? {
                kind: chosen("kind", kinds),
                unit: typed("unit"),
                tag: chosen("tag", listFilters),
              }
            : { kind, unit, tag };
          find({
            ...everybody,
            q: typed("q"),
            status: chosen("status", statuses),
            ...rest,
          });
        }}
      >
        <div class="filters">
          <TextField
            name="q"
            type="search"
            label={officer.query}
            hint={officer.queryHint}
            autoComplete="off"
            spellcheck={false}
            defaultValue={place.q}
          />
          <SelectField
            name="status"
            label={officer.employmentStatus}
            options={[
              ["", officer.allStatuses],
              ...statuses.map((each) => [each, card.status[each]] as const),
            ]}
            value={status}
          />
          <button class="button" type="submit">
            <Icon name="search" /> {officer.submit}
          </button>
        </div>
        <details open={isOpen} onToggle={() => setWanted(true)}>
          <summary>{officer.moreFilters}</summary>
          {(wanted || isOpen) && <MoreFilters unit={unit} kind={kind} tag={tag} />}
        </details>
      </form>
    </search>
  );
}
