import { useEffect, useState } from "preact/hooks";
import { copyNipPlain } from "../copy-nip.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { MenuEntry } from "./menu-entry.tsx";
import { useSession } from "./use-session.ts";

/** Not needed to see the page, so it comes after everything else. */
const SessionDialog = lazyPart(() =>
  import("./session-dialog.tsx").then((part) => part.SessionDialog),
);

/** Only of who has a role: most holders have none. */
const OfficeEntries = lazyPart(() =>
  import("./office-entries.tsx").then((part) => part.OfficeEntries),
);

/**
 * The menu «Layanan Lainnya», who is signed in, and the way out: in a row, on a phone behind one button.
 * Long: markup, in the order of the page.
 */
export function MemberBar({ page }: { page: string }) {
  const { data, stay, look } = useSession();
  const menu = useMenu(page);
  useEffect(() => {
    document.addEventListener("copy", copyNipPlain);
    return () => document.removeEventListener("copy", copyNipPlain);
  }, []);
  return (
    <div class="member-bar" data-open={menu.open}>
      <button
        class="button button-quiet menu-button"
        type="button"
        aria-expanded={menu.open}
        onClick={menu.toggle}
      >
        {common.menuButton}
      </button>
      <div class="member-menu">
        <nav aria-label={common.menu}>
          <ul>
            <MenuEntry page={page} path="/kartu" icon="card" label={common.pages.card} />
            <MenuEntry
              page={page}
              path="/pengajuan"
              icon="check"
              label={common.pages.ownRequests}
            />
            {data && data.answer.roles.length > 1 && (
              <OfficeEntries page={page} roles={data.answer.roles} />
            )}
          </ul>
        </nav>
        <div class="member">
          <span ref={asItIs}>{data?.answer.displayName}</span>
          <a
            class="link-button"
            href={href("/akun")}
            {...(page === "/akun" && { "aria-current": "page" })}
          >
            {common.pages.account}
          </a>
          <button class="button button-quiet" type="button" onClick={leave}>
            {common.signOut}
          </button>
        </div>
      </div>
      {data && <SessionDialog session={data} stay={stay} look={look} />}
    </div>
  );
}

/** Closed again by Escape, and by going to another page. */
function useMenu(page: string) {
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [page]);
  useEffect(() => {
    if (!open) return;
    const close = ({ key }: KeyboardEvent) => key === "Escape" && setOpen(false);
    addEventListener("keydown", close);
    return () => removeEventListener("keydown", close);
  }, [open]);
  return { open, toggle: () => setOpen(!open) };
}

/** Leaves even when the part that knows how does not arrive. */
function leave(): void {
  import("./sign-out.ts").then(
    ({ signOut }) => signOut(),
    () => location.assign(href("/masuk")),
  );
}

/** A name is not translated. Set here, because a prerendered element keeps the attributes it came with. */
function asItIs(element: HTMLElement | null): void {
  element?.setAttribute("translate", "no");
}
