import type { CloudClock } from "../../cloud/kernel/clock.ts";
import { type ConsolePage, timeText } from "./page.ts";

const hour = 3_600_000;

/** How far the clock can be moved at once, by what the form sends. */
const moves: Readonly<Record<string, { readonly title: string; readonly millis: number }>> = {
  hour: { title: "Maju 1 jam", millis: hour },
  day: { title: "Maju 1 hari", millis: 24 * hour },
  month: { title: "Maju 30 hari", millis: 30 * 24 * hour },
};

type Clock = Pick<CloudClock, "millis" | "advance">;

export function clockPage(clock: Clock): ConsolePage {
  const body = () => {
    const ahead = Math.round((clock.millis() - Date.now()) / 60_000);
    const state = ahead === 0 ? "sama dengan komputer ini" : `${ahead} menit di depan komputer ini`;
    const buttons = Object.entries(moves).map(
      ([move, { title }]) => `<button name="move" value="${move}">${title}</button>`,
    );
    return `<p>Waktu awan: <strong>${timeText(clock.millis())}</strong>, ${state}.</p>
<p>Yang jatuh tempo sampai waktu baru langsung dikerjakan: jadwal, masa berlaku, batas percobaan. Kode TOTP di konsol ini ikut maju; aplikasi autentikator di ponsel tidak.</p>
<form method="post" action="/clock"><p>${buttons.join("")}<button name="move" value="back">Kembali ke waktu komputer</button></p></form>`;
  };
  return { path: "/clock", title: "Waktu", isLive: false, body };
}

/** @returns whether it is a move that the page offers */
export function moveClock(clock: Clock, move: string): boolean {
  const known = Object.hasOwn(moves, move) ? moves[move] : undefined;
  if (known) clock.advance(known.millis);
  else if (move === "back") clock.advance(Date.now() - clock.millis());
  else return false;
  return true;
}
