import { useState } from "preact/hooks";
import type { UnitSearchAnswer } from "#shared/agency/unit-answers.ts";
import { call } from "../api/member-client.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { officePages } from "../messages/office-pages.ts";
import { units as text } from "../messages/units.ts";
import { unitHref } from "./unit-address.ts";

/** Finds units in the whole tree by words of their names. */
export function UnitSearch() {
  const [found, setFound] = useState<UnitSearchAnswer>();
  return (
    <search>
      <div class="narrow-form">
        <Form
          title={officePages.units}
          names={["q"]}
          check={() => []}
          submit={text.searchSubmit}
          send={async ({ q }) => {
            setFound(await call("GET /api/officer/unit-tree/search", { query: { q } }));
          }}
        >
          <TextField
            name="q"
            type="search"
            label={text.search}
            hint={text.searchHint}
            autoComplete="off"
          />
        </Form>
      </div>
      <p role="status">{found && text.found(found.items.length)}</p>
      {found?.isCut && <p class="hint">{text.isCut}</p>}
      {found && found.items.length > 0 && <FoundUnits items={found.items} />}
    </search>
  );
}

function FoundUnits({ items }: Pick<UnitSearchAnswer, "items">) {
  return (
    <ul class="unit-list">
      {items.map(({ id, name, path }) => (
        <li key={id}>
          <a translate={false} href={unitHref({ id })}>
            {name}
          </a>
          {path.length > 0 && (
            <span class="fact-hint" translate={false}>
              {path.join(" › ")}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
