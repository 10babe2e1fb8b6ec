import { useEffect, useRef, useState } from "preact/hooks";
import type { AccountExportAnswer } from "#shared/account/account-list-answers.ts";
import type { AccountList } from "#shared/account/account-lists.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { accountLists as text } from "../messages/account-lists.ts";
import { officer } from "../messages/officer.ts";
import { saveFile, textFile } from "../save-file.ts";
import { useInstantText } from "../session/instant.tsx";
import { csvOf } from "./csv.ts";

/** A list as a file, made in the browser of what the API tells. */
export function AccountListDownload({ list }: { list: AccountList }) {
  const [saved, setSaved] = useState<AccountExportAnswer>();
  const { failure, busy, run } = useReading();
  const instantText = useInstantText();
  const download = () =>
    run(async () => {
      setSaved(undefined);
      const answer = await call("POST /api/officer/accounts/export", { body: { list } });
      const { name, nip, unitKerja, since } = text.columns;
      const rows = answer.items.map((row) => [
        row.name,
        row.nip,
        row.unitKerja,
        instantText(row.since),
      ]);
      // Sweden writes days as ISO 8601 does.
      const today = new Date().toLocaleDateString("sv-SE");
      saveFile(
        `${text.file[list]}-${today}.csv`,
        textFile(csvOf([[name, nip, unitKerja, since], ...rows]), "text/csv"),
      );
      setSaved(answer);
    });
  return (
    <div class="list-download">
      <button class="button button-quiet" type="button" aria-disabled={busy} onClick={download}>
        {text.download}
      </button>
      <p class="hint">{text.downloadHint}</p>
      <div role="status">{saved && <Saved {...saved} />}</div>
      {failure && <FailureNotice failure={failure} retry={download} />}
    </div>
  );
}

/** It has the focus, so that the page is at it. */
function Saved({ items, isCut, unreadable }: AccountExportAnswer) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <div class={`notice ${isCut ? "notice-warning" : "notice-good"}`} tabIndex={-1} ref={notice}>
      <p>{isCut ? text.cut(items.length) : text.downloaded(items.length)}</p>
      {unreadable > 0 && <p>{officer.unreadable(unreadable)}</p>}
    </div>
  );
}
