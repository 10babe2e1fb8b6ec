import { isOnItsWay } from "#shared/request/request-states.ts";
import type { OwnRequest, OwnRequests } from "#shared/request-kinds/request-kind-answers.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { Icon, type IconName } from "../components/icon.tsx";
import { guidePath } from "../guide/addresses.ts";
import { href } from "../language.ts";
import { styles } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { leaveWords } from "../messages/leave-words.ts";
import { ownHome as text } from "../messages/own-home.ts";
import { scanPath } from "../scan/addresses.ts";
import { helpPath, privacyPath } from "../verify/address.ts";

import { decidingPaths } from "./waiting.ts";

const { pages } = common;

await styles(import.meta.env.SERVICES_STYLES);

interface Tile {
  /** Without its language. */
  readonly path: string;
  readonly icon: IconName;
  readonly name: string;
  readonly hint: string;
  /** What is left, or how many there are. */
  readonly figure?: string | undefined;
}

interface ServicesProps {
  readonly page: string;
  readonly balances?: OwnRequests["balances"];
  readonly deciding?: OwnRequests["deciding"];
  /** The own requests, where they are known. */
  readonly requests?: readonly OwnRequest[] | undefined;
}

/** Each with what it is for, and what there is of it. Long: a table of tiles. */
function tilesOf({ requests, balances, deciding }: ServicesProps): readonly Tile[] {
  const open = requests?.filter(isOnItsWay).length ?? 0;
  const { leave } = balances ?? {};
  const { services: hints } = text;
  return [
    { path: "/kartu", icon: "card", name: pages.card, hint: hints.card },
    {
      ...{ path: "/pengajuan", icon: "check", name: pages.ownRequests, hint: hints.requests },
      figure: open > 0 ? text.open(open) : undefined,
    },
    {
      ...{ path: "/pengajuan?bagian=cuti", icon: "check", name: leaveWords.title },
      ...{ hint: hints.leave, figure: leave && text.left(leave.days, leave.year) },
    },
    ...keysOf(deciding ?? {}).map((kind): Tile => {
      const of = { path: decidingPaths[kind], name: leaveWords.deciding, hint: hints.deciding };
      return { ...of, icon: "people", figure: text.waits.count(deciding?.[kind] ?? 0) };
    }),
    {
      ...{ path: "/pengajuan?bagian=presensi", icon: "check" },
      ...{ name: leaveWords.attendance, hint: hints.attendance },
    },
    {
      ...{ path: "/pengajuan?bagian=pelatihan", icon: "check" },
      ...{ name: leaveWords.training, hint: hints.training },
    },
    {
      ...{ path: "/pengajuan?bagian=surat", icon: "check" },
      ...{ name: leaveWords.letters, hint: hints.letters },
    },
    { path: "/foto", icon: "camera", name: pages.photo, hint: hints.photo },
    { path: "/akun/data", icon: "people", name: pages.ownData, hint: hints.ownData },
    {
      ...{ path: "/akun/data?bagian=kalender", icon: "check" },
      ...{ name: text.workCalendar, hint: hints.workCalendar },
    },
    { path: "/akun", icon: "lock", name: pages.account, hint: hints.account },
    { path: scanPath, icon: "search", name: text.scan, hint: hints.scan },
  ];
}

/** The menu «Layanan Lainnya» (K-08) as tiles, and the help. Long: markup, in the order of the page. */
export function Services(props: ServicesProps) {
  return (
    <div class="panel services">
      <section aria-labelledby="services-title">
        <h2 id="services-title">{common.menu}</h2>
        <ul class="tiles">
          {tilesOf(props).map(({ path, icon, name, hint, figure }) => (
            <li key={path}>
              <Icon name={icon} />
              <a href={href(path)} {...(props.page === path && { "aria-current": "page" })}>
                {name}
              </a>
              {figure && <strong>{figure}</strong>}
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
