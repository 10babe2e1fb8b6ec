/** What is asked, as who decides reads it, by its kind: another kind is another entry, and changes no other file of the queue. */
import type { ComponentType } from "preact";
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
const others = () => import("./request-other-kinds.tsx");
const NewPhotoAsked = lazyPart(() => others().then((part) => part.NewPhotoAsked));
const ContactAsked = lazyPart(() => others().then((part) => part.ContactAsked));
const SuspectCardAsked = lazyPart(() => others().then((part) => part.SuspectCardAsked));
const LeaveAsked = lazyPart(() => others().then((part) => part.LeaveAsked));
const CorrectionAsked = lazyPart(() => others().then((part) => part.CorrectionAsked));
const LetterAsked = lazyPart(() => others().then((part) => part.LetterAsked));
const ClaimAsked = lazyPart(() => others().then((part) => part.ClaimAsked));
const WrongDataAsked = lazyPart(() => others().then((part) => part.WrongDataAsked));

const askeds: Readonly<Record<OfficerRequest["kind"], ComponentType<AskedProps>>> = {
  "data-change": ({ item }) => (item.kind === "data-change" ? <DataChange {...item} /> : null),
  contact: ({ item }) => (item.kind === "contact" ? <ContactAsked {...item} /> : null),
  "new-photo": ({ item }) => (item.kind === "new-photo" ? <NewPhotoAsked {...item} /> : null),
  "suspect-card": ({ item }) =>
    item.kind === "suspect-card" ? <SuspectCardAsked {...item} /> : null,
  leave: ({ item }) => (item.kind === "leave" ? <LeaveAsked {...item} /> : null),
  attendance: ({ item }) => (item.kind === "attendance" ? <CorrectionAsked {...item} /> : null),
  letter: ({ item }) => (item.kind === "letter" ? <LetterAsked {...item} /> : null),
  "training-claim": ({ item }) =>
    item.kind === "training-claim" ? <ClaimAsked {...item} /> : null,
  "wrong-data": ({ item }) => (item.kind === "wrong-data" ? <WrongDataAsked {...item} /> : null),
};

/** Most requests have none. */
export const RequestFiles = lazyPart(() =>
  import("./request-files.tsx").then((part) => part.RequestFiles),
);

/** What the parts of these need, before they are shown: nothing moves when they come. */
export async function preloadKinds(items: readonly OfficerRequest[]): Promise<void> {
  if (items.some(({ files }) => files.length > 0)) await RequestFiles.preload();
  if (items.some(({ kind }) => kind === "new-photo")) await NewPhotoAsked.preload();
  if (items.some(({ kind }) => kind === "contact")) await ContactAsked.preload();
  if (items.some(({ kind }) => kind === "suspect-card")) await SuspectCardAsked.preload();
  if (items.some(({ kind }) => kind === "leave")) await LeaveAsked.preload();
  if (items.some(({ kind }) => kind === "attendance")) await CorrectionAsked.preload();
  if (items.some(({ kind }) => kind === "letter")) await LetterAsked.preload();
  if (items.some(({ kind }) => kind === "training-claim")) await ClaimAsked.preload();
  if (items.some(({ kind }) => kind === "wrong-data")) await WrongDataAsked.preload();
}

/** What is asked, with the words of who asks. */
export function RequestAsked({ item }: AskedProps) {
  const Asked = askeds[item.kind];
  const note = "note" in item.content ? item.content.note : undefined;
  return (
    <>
      <Asked item={item} />
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
