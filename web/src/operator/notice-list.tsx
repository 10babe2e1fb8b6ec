import { useState } from "preact/hooks";
import { type CatalogueEntry, catalogue } from "#shared/notification/catalogue.ts";
import { FieldFrame } from "../forms/field.tsx";
import { en as enInbox } from "../messages/en/card-words.ts";
import { id as idInbox } from "../messages/id/card-words.ts";
import { noticeCatalogue as text } from "../messages/notice-catalogue.ts";

const all = catalogue().map((entry) => ({
  entry,
  inbox: {
    id: idInbox.notification[entry.code],
    en: enInbox.notification[entry.code],
  },
}));
type Shown = (typeof all)[number];

/** Whether it has the word anywhere, as it is read. */
function has({ entry, inbox }: Shown, word: string): boolean {
  const { code, subject, lines } = entry;
  return [code, subject, ...lines, inbox.id, inbox.en].join(" ").toLowerCase().includes(word);
}

/** All notices, and those with a word. */
export function NoticeList() {
  const [word, setWord] = useState("");
  const shown = all.filter((each) => has(each, word.trim().toLowerCase()));
  return (
    <>
      <p class="lead">{text.lead}</p>
      <FieldFrame name="word" label={text.find}>
        <input
          id="word"
          type="search"
          value={word}
          onInput={({ currentTarget }) => setWord(currentTarget.value)}
        />
      </FieldFrame>
      <p role="status">{shown.length === 0 ? text.none : text.count(shown.length)}</p>
      {shown.map((each) => (
        <Notice key={each.entry.code} {...each} isOpen={word.trim() !== ""} />
      ))}
    </>
  );
}

/** @param isOpen what a word was found in is open, because the word may be anywhere in it */
function Notice({ entry, inbox, isOpen }: Shown & { isOpen: boolean }) {
  return (
    <details class="panel" open={isOpen}>
      <summary>
        <code>{entry.code}</code>
      </summary>
      <p class="hint">{entry.isSecurity ? text.security : text.other}</p>
      <h2>{text.inbox}</h2>
      <p lang="id">{inbox.id}</p>
      <p lang="en">{inbox.en}</p>
      <h2>{text.mail}</h2>
      <p lang="id">
        <strong>{entry.subject}</strong>
      </p>
      {mailLines(entry).map((line, i) => (
        <p key={line} lang={i % 2 === 0 ? "id" : "en"}>
          {line}
        </p>
      ))}
    </details>
  );
}

/** The lines of the mail: each is said in Indonesian, then in English. */
function mailLines({ lines, wayOut, closing }: CatalogueEntry): readonly string[] {
  return [...lines, ...wayOut.map((line) => `${line} ${text.link}`), ...closing];
}
