import { useCallback } from "preact/hooks";
import { logOut, readSession } from "../api/session-api.ts";
import { Icon, type IconName } from "../components/icon.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { SessionDialog } from "./session-dialog.tsx";

/** The menu «Layanan Lainnya», who is signed in, and the way out. */
export function MemberBar({ page }: { page: string }) {
  const load = useCallback(
    async () => ({ answer: await readSession(), receivedAt: Date.now() }),
    [],
  );
  const { data, reload } = useLoad(load);
  const officer = data?.answer.roles.includes("officer");
  return (
    <div class="member-bar">
      <nav aria-label={common.menu}>
        <ul>
          <NavItem page={page} path="/kartu" icon="card" label={common.nav.card} />
          <NavItem page={page} path="/foto" icon="camera" label={common.nav.photo} />
          {officer && (
            <NavItem page={page} path="/petugas" icon="people" label={common.nav.employees} />
          )}
          {data?.answer.roles.includes("operator") && (
            <NavItem
              page={page}
              path="/operator/pratinjau"
              icon="search"
              label={common.nav.templatePreview}
            />
          )}
        </ul>
      </nav>
      <div class="member">
        <span>{data?.answer.displayName}</span>
        <button class="button button-quiet" type="button" onClick={signOut}>
          {common.signOut}
        </button>
      </div>
      {data && (
        <SessionDialog
          session={data.answer}
          receivedAt={data.receivedAt}
          stay={reload}
          signOut={signOut}
        />
      )}
    </div>
  );
}

function NavItem(props: { page: string; path: string; icon: IconName; label: string }) {
  const { page, path, icon, label } = props;
  return (
    <li>
      <a href={href(path)} {...(page === path && { "aria-current": "page" })}>
        <Icon name={icon} /> {label}
      </a>
    </li>
  );
}

/** Leaves even when the server does not answer: the page must not stay open on a shared computer. */
async function signOut(): Promise<void> {
  await logOut().catch(() => {});
  location.assign(href("/masuk"));
}
