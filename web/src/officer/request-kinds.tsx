/** What is asked, as who decides reads it, by its kind: another kind is another entry of request-other-kinds.tsx, and changes no other file of the queue. */
import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { lazyPart } from "../lazy-page.ts";
import { requestQueue as text } from "../messages/request-queue.ts";
import { requests } from "../messages/requests.ts";
import { DifferenceTable } from "./difference-table.tsx";
import { valueText } from "./value-text.ts";

interface AskedProps {
  readonly item: OfficerRequest;
}
type DataChangeItem = Extract<OfficerRequest, { kind: "data-change" }>;

/** Most ask for changes of data: the other kinds come with the first of theirs. */
const OtherAsked = lazyPart(() =>
  import("./request-other-kinds.tsx").then((part) => part.OtherAsked),
);

/** Most requests have none. */
export const RequestFiles = lazyPart(() =>
  import("./request-files.tsx").then((part) => part.RequestFiles),
);

/** What the parts of these need, before they are shown: nothing moves when they come. */
export async function preloadKinds(items: readonly OfficerRequest[]): Promise<void> {
  if (items.some(({ files }) => files.length > 0)) await RequestFiles.preload();
  if (items.some(({ kind }) => kind !== "data-change")) await OtherAsked.preload();
}

/** What is asked, with the words of who asks. */
export function RequestAsked({ item }: AskedProps) {
  const note = "note" in item.content ? item.content.note : undefined;
  return (
    <>
      {item.kind === "data-change" ? <DataChange {...item} /> : <OtherAsked item={item} />}
      {note && (
        <p>
          {requests.note}: <span translate={false}>{note}</span>
        </p>
      )}
    </>
  );
}

function DataChange({ number, content, stands, outdated }: DataChangeItem) {
  const old: Readonly<Record<string, string>> = content.old;
  const differences = Object.entries(content.values).map(([field, to]) => ({
    ...{ field, from: old[field] ?? "", to },
  }));
  return (
    <>
      <DifferenceTable caption={requests.number(number)} differences={differences} />
      {outdated && (
        <p class="notice notice-warning">
          {text.stands}:{" "}
          <span translate={false}>
            {Object.entries(stands)
              .map(([field, value]) => valueText(field, value))
              .join(", ")}
          </span>
        </p>
      )}
    </>
  );
}
