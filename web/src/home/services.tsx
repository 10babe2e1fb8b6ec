import { Icon, type IconName } from "../components/icon.tsx";
import { guidePath } from "../guide/addresses.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { leaveWords } from "../messages/leave-words.ts";
import { ownHome as text } from "../messages/own-home.ts";
import { scanPath } from "../scan/addresses.ts";
import { helpPath, privacyPath } from "../verify/address.ts";

const { pages } = common;

const services: readonly (readonly [path: string, IconName, name: string, hint: string])[] = [
  ["/kartu", "card", pages.card, text.services.card],
  ["/pengajuan", "check", pages.ownRequests, text.services.requests],
  ["/pengajuan?bagian=cuti", "check", leaveWords.title, text.services.leave],
  ["/foto", "camera", pages.photo, text.services.photo],
  ["/akun/data", "people", pages.ownData, text.services.ownData],
  ["/akun/data?bagian=kalender", "check", text.workCalendar, text.services.workCalendar],
  ["/akun", "lock", pages.account, text.services.account],
  [scanPath, "search", text.scan, text.services.scan],
];

/** The menu «Layanan Lainnya» (K-08), each with what it is for, and the help. */
export function Services({ page }: { readonly page: string }) {
  return (
    <div class="panel services">
      <section aria-labelledby="services-title">
        <h2 id="services-title">{common.menu}</h2>
        <ul class="notifications">
          {services.map(([path, icon, name, hint]) => (
            <li key={path}>
              <Icon name={icon} />{" "}
              <a href={href(path)} {...(page === path && { "aria-current": "page" })}>
                {name}
              </a>
              <div class="hint">{hint}</div>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="help-title">
        <h2 id="help-title">{text.help}</h2>
        <ul class="notifications">
          <li>
            <a href={href(guidePath)}>{text.helps.guide}</a>
          </li>
          <li>
            <a href={href("/bantuan/ponsel-hilang")}>{text.helps.lostPhone}</a>
          </li>
          <li>
            <a href={href(helpPath)}>{text.helps.checks}</a>
          </li>
          <li>
            <a href={href(privacyPath)}>{text.helps.privacy}</a>
          </li>
        </ul>
      </section>
    </div>
  );
}
