import { cardStatuses } from "#shared/employee/kedudukan-hukum.ts";
import { Icon } from "../components/icon.tsx";
import { TextField } from "../forms/field.tsx";
import { href } from "../language.ts";
import { card } from "../messages/card.ts";
import { officer as text } from "../messages/officer.ts";
import { everybody, type ListPlace } from "./list-place.ts";
import { SelectField } from "./select-field.tsx";

interface EmployeeFiltersProps {
  readonly place: ListPlace;
  readonly find: (place: ListPlace) => void;
}

/** What to search for, filled with what was searched for. Long: markup, in the order of the page. */
export function EmployeeFilters({ place, find }: EmployeeFiltersProps) {
  const isSearch = place.q !== "" || place.status !== "";
  return (
    <search>
      <form
        class="filters"
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          find({
            ...everybody,
            q: String(data.get("q") ?? "").trim(),
            status: cardStatuses.find((status) => status === data.get("status")) ?? "",
          });
        }}
      >
        <TextField
          name="q"
          type="search"
          label={text.query}
          hint={text.queryHint}
          autoComplete="off"
          spellcheck={false}
          defaultValue={place.q}
        />
        <SelectField
          name="status"
          label={text.status}
          options={[["", text.allStatuses], ...Object.entries(card.status)]}
          value={place.status}
        />
        <button class="button" type="submit">
          <Icon name="search" /> {text.submit}
        </button>
      </form>
      {isSearch && (
        <p>
          <a href={href("/petugas")}>{text.showAll}</a>
        </p>
      )}
    </search>
  );
}
