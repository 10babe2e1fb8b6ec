import type { WaitingItem } from "#shared/desk/desk-answers.ts";
import type { HomeItem } from "#shared/desk/home-items.ts";
import { href } from "../language.ts";
import { desk as text } from "../messages/desk.ts";
import { listPages } from "../officer/list-pages.ts";
import { countText } from "./figures.ts";
import { listOf } from "./list-of.ts";

/** Where each leads: to the list that was counted. */
function addressOf(item: HomeItem): string {
  if (item === "approvals") return "/petugas/persetujuan";
  if (item === "requests") return listPages.requests;
  if (item === "photo-reviews") return listPages.photos;
  if (item === "decrees-stuck" || item === "leaves-ending") return listPages.decrees;
  if (item === "arriving") return "/petugas/sk?bagian=pindah";
  if (item === "contract-ends") return listOf("ends-soon");
  return `/petugas/akun?daftar=${item}`;
}

/** What waits, each with its number and a way to it; what is empty stands in one line below. */
export function WaitingItems({ items }: { readonly items: readonly WaitingItem[] }) {
  const waiting = items.filter(({ count, isMore }) => count !== 0 || isMore);
  const empty = items.filter((each) => !waiting.includes(each));
  return (
    <section aria-label={text.waiting}>
      {waiting.length === 0 && <p class="notice notice-good">{text.nothing}</p>}
      <ul class="desk-items">
        {waiting.map(({ item, count, isMore, urgent }) => (
          <li key={item} class="panel">
            <a href={href(addressOf(item))}>
              {count !== undefined && <strong>{countText(count, isMore)}</strong>}{" "}
              {text.items[item]}
            </a>
            {urgent !== undefined && <div>{text.urgent(item, countText(urgent))}</div>}
            <div class="hint">{count === undefined ? text.uncounted : text.hints[item]}</div>
          </li>
        ))}
      </ul>
      {empty.length > 0 && waiting.length > 0 && (
        <p class="hint">
          {text.none}: {empty.map(({ item }) => text.items[item]).join(" · ")}
        </p>
      )}
    </section>
  );
}
