import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { inLanguage, pageOf } from "../addresses.ts";
import { guideOf } from "../guide/addresses.ts";
import { href, language } from "../language.ts";
import { drawnPart } from "../lazy-page.ts";
import { isMemberPage } from "../member-pages.ts";
import { common } from "../messages/common.ts";
import { noScript } from "../messages/no-script.ts";

/** Who is not signed in does not wait for it. */
const MemberBar = drawnPart(() =>
  import("../session/member-bar.tsx").then((part) => part.MemberBar),
);

/** Pages that need no script. */
const plainPages = ["/", "/404", "/bantuan/ponsel-hilang", "/bantuan/loket"];

/** What stands around every page: skip link, header, the page, footer. */
export function PageFrame({ children }: { children: ComponentChildren }) {
  const page = pageOf(useLocation().path);
  const member = isMemberPage(page);
  return (
    <>
      <a class="skip-link" href="#main">
        {common.skip}
      </a>
      <header class="page-header">
        <div class="page-header-row">
          <a class="brand" href={href("/")}>
            <span class="brand-mark" aria-hidden="true" /> {common.appName}
          </a>
          <LanguageLink page={page} />
          {member && <MemberBar page={page} />}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {/* The element is always there, because hydration goes by the order of elements; its words are in the HTML alone. */}
        <noscript>
          {import.meta.env.SSR && !plainPages.includes(page) && (
            <p class="notice notice-warning">{noScript}</p>
          )}
        </noscript>
        {children}
      </main>
      <footer class="page-footer">
        <p>{common.footer}</p>
        <p>
          <a href={href(guideOf + page)}>{common.guide}</a>
        </p>
      </footer>
    </>
  );
}

/** The same page in the other language, with its query once that is known. */
function LanguageLink({ page }: { page: string }) {
  const { url } = useLocation();
  const [query, setQuery] = useState("");
  // A navigation changes the query.
  useEffect(() => setQuery(location.search), [url]);
  const other = language === "id" ? "en" : "id";
  const target = page === "/404" ? "/" : page;
  return (
    <a
      class="language-link"
      href={inLanguage(other, target) + query}
      lang={other}
      hreflang={other}
      title={common.otherLanguageTitle}
    >
      {common.otherLanguage}
    </a>
  );
}
