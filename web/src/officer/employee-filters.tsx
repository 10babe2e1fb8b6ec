import { cardStatuses } from "#shared/employee/kedudukan-hukum.ts";
import { kindName } from "#shared/employee/kind-name.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { listFilters } from "#shared/employee/tag-names.ts";
import { Icon } from "../components/icon.tsx";
import { TextField } from "../forms/field.tsx";
import { card } from "../messages/card.ts";
import { officer } from "../messages/officer.ts";
import { search as text } from "../messages/search.ts";
import { everybody, type ListPlace } from "./list-place.ts";
import { SelectField } from "./select-field.tsx";
import { UnitField } from "./unit-field.tsx";

interface EmployeeFiltersProps {
  readonly place: ListPlace;
  readonly find: (place: ListPlace) => void;
}

/** What to search for, filled with what was searched for. Long: markup, in the order of the page. */
export function EmployeeFilters({ place, find }: EmployeeFiltersProps) {
  const { status, kind, unit, tag } = place;
  const isOpen = [kind, unit, tag].some((filter) => filter !== "");
  return (
    <search>
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const typed = (name: string) => String(data.get(name) ?? "").trim();
          const chosen = <T extends string>(name: string, all: readonly T[]) =>
            all.find((each) => each === data.get(name)) ?? "";
          find({
            ...everybody,
            q: typed("q"),
            status: chosen("status", cardStatuses),
            kind: chosen("kind", employeeKinds),
            unit: typed("unit"),
            tag: chosen("tag", listFilters),
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
            label={officer.status}
            options={[["", officer.allStatuses], ...Object.entries(card.status)]}
            value={status}
          />
          <button class="button" type="submit">
            <Icon name="search" /> {officer.submit}
          </button>
        </div>
        <details open={isOpen}>
          <summary>{text.more}</summary>
          <div class="filters">
            <UnitField unit={unit} name="unit" label={text.unit} hint={text.unitHint} />
            <SelectField
              name="kind"
              label={text.kind}
              options={[
                ["", text.any],
                ...employeeKinds.map((each) => [each, kindName(each)] as const),
              ]}
              value={kind}
            />
            <SelectField
              name="tag"
              label={text.tag}
              options={[["", text.any], ...Object.entries(text.tags)]}
              value={tag}
            />
          </div>
        </details>
      </form>
    </search>
  );
}
