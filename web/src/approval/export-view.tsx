/** A list of many people that somebody wants to take out, as who decides reads it. */
import { accountLists } from "../messages/account-lists.ts";
import { exportApproval as text } from "../messages/export-approval.ts";
import { search } from "../messages/search.ts";
import { filterLine } from "../officer/filter-words.ts";
import type { ChangeOf, ChangeView } from "./agency-approval.ts";
import { Fact } from "./old-and-new.tsx";

export function exportView({ people, units, format, ...filter }: ChangeOf<"export">): ChangeView {
  return {
    subject: text.subject(people),
    question: text.question,
    effect: text.effect,
    facts: (
      <dl class="record-facts">
        <Fact term={text.people}>{people}</Fact>
        <FilterFacts {...filter} />
        <Fact term={text.units}>
          {units && !filter.unit ? (
            <span translate={false}>{units.join(", ")}</span>
          ) : (
            text.allUnits
          )}
        </Fact>
        <Fact term={text.file}>{text.formats[format]}</Fact>
      </dl>
    ),
  };
}

function FilterFacts({
  q,
  status,
  list,
  campaign,
  ...others
}: Omit<ChangeOf<"export">, "people" | "units" | "format">) {
  return (
    <>
      {list && <Fact term={text.list}>{accountLists.names[list]}</Fact>}
      {campaign && (
        <Fact term={text.campaign}>
          <span translate={false}>{campaign.title}</span>
        </Fact>
      )}
      {!list && !campaign && (
        <>
          <Fact term={text.search}>
            {q === "" ? text.everyone : <span translate={false}>{q}</span>}
          </Fact>
          <Fact term={text.status}>{status ? text.statuses[status] : text.anyStatus}</Fact>
        </>
      )}
      {filterLine(others) !== "" && <Fact term={search.filtered}>{filterLine(others)}</Fact>}
    </>
  );
}
