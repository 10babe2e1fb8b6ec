import { kindName } from "#shared/employee/kind-name.ts";
import { listFilters } from "#shared/employee/tag-names.ts";
import { officer } from "../messages/officer.ts";
import { search as text } from "../messages/search.ts";
import { tagNames } from "./filter-words.ts";
import { type Filters, kinds } from "./list-place.ts";
import { SelectField } from "./select-field.tsx";
import { UnitField } from "./unit-field.tsx";

/** The filters that are used less often. */
export function MoreFilters({ unit, kind, tag }: Pick<Filters, "unit" | "kind" | "tag">) {
  return (
    <div class="filters">
      <UnitField unit={unit} name="unit" label={text.unit} hint={text.unitHint} />
      <SelectField
        name="kind"
        label={text.kind}
        options={[["", text.any], ...kinds.map((each) => [each, kindName(each)] as const)]}
        value={kind}
      />
      <SelectField
        name="tag"
        label={text.tag}
        options={[["", text.any], ...listFilters.map((each) => [each, tagNames[each]] as const)]}
        value={tag}
      />
      <button class="button button-quiet" type="submit">
        {officer.submit}
      </button>
    </div>
  );
}
