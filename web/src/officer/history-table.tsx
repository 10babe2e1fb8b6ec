import { kedudukanHukumName } from "#shared/employee/kedudukan-hukum.ts";
import type { HistoryEntry } from "#shared/http/contract.ts";
import { instantText } from "../clock-text.ts";
import { officer as text } from "../messages/officer.ts";

const fieldNames: Readonly<Record<string, string>> = text.fields;
const actors: Readonly<Record<string, string>> = text.actors;
const actions: Readonly<Record<string, string>> = text.actions;

/** Who changed what, when and why; the newest as the API orders it. */
export function HistoryTable({ history }: { history: readonly HistoryEntry[] }) {
  return (
    <div class="panel wide">
      <h2 id="history-title">{text.history}</h2>
      {history.length === 0 && <p>{text.noHistory}</p>}
      {history.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        <section class="table-scroll table-wide" aria-labelledby="history-title" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.at}</th>
                <th scope="col">{text.by}</th>
                <th scope="col">{text.action}</th>
                <th scope="col">{text.reasonColumn}</th>
                <th scope="col">{text.changes}</th>
              </tr>
            </thead>
            <tbody>
              {history.map((entry) => (
                <HistoryRow key={entry.id} {...entry} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

function HistoryRow({ at, by, action, reason, changes }: HistoryEntry) {
  return (
    <tr>
      <td>
        <time dateTime={at}>{instantText(at)}</time>
      </td>
      <td>{by.name ?? actors[by.role] ?? by.role}</td>
      <td>{actions[action] ?? action}</td>
      <td>{reason}</td>
      <td>
        {changes
          .filter(({ field }) => !digests.has(field))
          .map(({ field, from, to }) => (
            <div key={field}>
              {fieldNames[field] ?? field}: {readable(field, from)} → {readable(field, to)}
            </div>
          ))}
      </td>
    </tr>
  );
}

/** For investigations: the line about the photo tells a reader all there is to tell. */
const digests: ReadonlySet<string> = new Set(["photoDigest", "smallPhotoDigest"]);

/** A code by its name; a photo's id says nothing to a person. */
function readable(field: string, value: string | undefined): string {
  if (value === undefined || value === "") return text.empty;
  if (field === "kedudukanHukum") return kedudukanHukumName(value) ?? value;
  return field === "photoId" ? text.fields.photoId.toLowerCase() : value;
}
