import { kindName } from "#shared/employee/kind-name.ts";
import type { Announcement } from "#shared/notification/announcement.ts";
import { fileAddress } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { Form } from "../forms/form.tsx";
import { announce as text } from "../messages/announce.ts";
import { announcements } from "../messages/announcements.ts";

interface ItemProps {
  readonly item: Omit<Announcement, "instansiId" | "by"> & { readonly readers: number };
  readonly mayEnd: boolean;
  readonly onEnded: () => void;
}

/** One that was announced: whom it is for, until when, and how many have read it. Long: markup, in the order of the item. */
export function AnnouncementItem({ item, mayEnd, onEnded }: ItemProps) {
  const { key, kind, kinds, units, endsOn, endedAt, readers, words, circular, attachment } = item;
  const group = [...kinds.map(kindName), ...units].join(", ");
  return (
    <details class="panel">
      <summary lang="id">{words.title}</summary>
      <p>
        {announcements.kinds[kind]}. {group ? text.forSome(group) : text.forAll}.{" "}
        {endedAt ? text.ended : text.until(dayText(endsOn))}. {text.readers(readers)}.
      </p>
      {words.text.split(/\n+/).map((line) => (
        <p key={line} lang="id">
          {line}
        </p>
      ))}
      {circular && (
        <p>
          <a
            class="button button-quiet"
            href={fileAddress("GET /api/officer/agency/announcements/circular", { query: { key } })}
            download
          >
            {announcements.circular}
          </a>
        </p>
      )}
      {attachment && (
        <p>
          <a
            class="button button-quiet"
            href={fileAddress("GET /api/officer/agency/announcements/attachment", {
              query: { key },
            })}
            download
          >
            {announcements.attachment(Math.ceil(attachment.size / 1024))}
          </a>
        </p>
      )}
      {mayEnd && !endedAt && (
        <Form
          title={text.title}
          names={[]}
          submit={text.end}
          look="button button-danger"
          check={() => []}
          send={async () => {
            await call("POST /api/officer/agency/announcements/end", { body: { key } });
            onEnded();
          }}
        >
          <span class="visually-hidden">{text.endOf(words.title)}</span>
        </Form>
      )}
    </details>
  );
}
