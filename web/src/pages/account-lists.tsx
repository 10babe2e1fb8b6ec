import type { AccountListAnswer } from "#shared/account/account-list-answers.ts";
import { type AccountList, accountLists } from "#shared/account/account-lists.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { accountLists as text } from "../messages/account-lists.ts";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { officer } from "../messages/officer.ts";
import { AccountListPanel } from "../officer/account-list-panel.tsx";
import type { PageQuery } from "../officer/page-query.ts";

/** Accounts that an officer has to look at: not activated, without authenticator, frozen, without a photo or an address. */
export function AccountListsPage({ query }: { query: PageQuery }) {
  useTitle(officePages.accountLists);
  const { data, failure, reload } = useLoad(readLists);
  const list = accountLists.find((each) => each === query.daftar) ?? "not-activated";
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      <Heading>{officePages.accountLists}</Heading>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <>
          <Tabs current={list} lists={data} />
          <AccountListPanel
            key={list}
            list={list}
            first={data[list]}
            isReminding={query.ingatkan !== undefined}
          />
        </>
      )}
    </div>
  );
}

type FirstPages = Readonly<Record<AccountList, AccountListAnswer>>;

/** All at once: each tab says how many it has. */
async function readLists(): Promise<FirstPages> {
  const read = (list: AccountList) => call("GET /api/officer/accounts", { query: { list } });
  const [notActivated, noAuthenticator, frozen, undeliverable, refused, noPhoto, noEmail, noPhone] =
    await Promise.all([
      read("not-activated"),
      read("no-authenticator"),
      read("frozen"),
      read("undeliverable"),
      read("photo-refused"),
      read("no-photo"),
      read("no-email"),
      read("no-phone"),
    ]);
  return {
    ...{ "not-activated": notActivated, "no-authenticator": noAuthenticator, frozen },
    "photo-refused": refused,
    ...{ undeliverable, "no-photo": noPhoto, "no-email": noEmail, "no-phone": noPhone },
  };
}

/** Links: each list has an address. */
function Tabs({ current, lists }: { current: AccountList; lists: FirstPages }) {
  return (
    <nav aria-label={text.lists}>
      <ul class="tabs">
        {accountLists.map((list) => (
          <li key={list}>
            <a
              href={href(`/petugas/akun?daftar=${list}`)}
              {...(list === current && { "aria-current": "page" })}
            >
              {text.names[list]} ({countOf(lists[list])})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** "50+" where there is another page. */
function countOf({ items, cursor }: AccountListAnswer): string {
  return `${items.length}${cursor === undefined ? "" : "+"}`;
}
