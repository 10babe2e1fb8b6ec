/** What people and programs send instead of a face: 31 kinds of things, drawn from a seed. None of them is anybody. */
import { between, pick, type Random } from "./random.ts";

const colours = [
  "#c0392b",
  "#2e86c1",
  "#239b56",
  "#d4ac0d",
  "#7d3c98",
  "#d9a679",
  "#8d5a36",
  "#444444",
] as const;
const skins = ["#f3d0b0", "#dcab80", "#b98254", "#8a5836", "#5c3a26"] as const;
const clothes = ["#b7a57a", "#f4f3ee", "#7a4a2a", "#2a2d34"] as const;

type Draw = (random: Random) => string;

/** Each kind as the inside of an SVG of 450x575; most stand where a head and shoulders would. */
export const things = {
  "coloured blob": (r) => blob(r, pick(colours, r)),
  "skin-coloured blob": (r) => blob(r, pick(skins, r)),
  "blob on shoulders": (r) => shoulders(r) + ellipse(225, 250, 80, 105, pick(colours, r)),
  "bare head": (r) => shoulders(r) + head(r),
  silhouette: (r) => {
    const grey = pick(["#000000", "#555555", "#9a9a9a"], r);
    return `${ellipse(225, 230, 85, 110, grey)}<path d="M20 580 Q30 400 225 390 Q420 400 430 580Z" fill="${grey}"/>`;
  },
  "user icon": (r) => {
    const c = pick(colours, r);
    return `${ellipse(225, 210, 95, 95, c)}<path d="M40 580 C40 330 410 330 410 580Z" fill="${c}"/>`;
  },
  "round logo": (r) =>
    `${ellipse(225, 290, 190, 190, pick(colours, r))}${ellipse(225, 290, 150, 150, "#ffffff")}${star(225, 290, 110, 5, pick(colours, r))}`,
  shield: (r) =>
    `<path d="M225 60 L400 120 V330 Q400 480 225 560 Q50 480 50 330 V120Z" fill="${pick(colours, r)}"/>${star(225, 260, 90, 8, "#f4d03f")}${rect(120, 400, 210, 30, "#ffffff")}`,
  "letters of a logo": (r) =>
    text(225, 330, 150, pick(["ASN", "BKN", "RI", "KTP"], r), pick(colours, r)),
  "page of text": (r) =>
    rect(50, 40, 350, 535, "#ffffff") +
    list(22, (i) => rect(80, 70 + i * 22, between(r, 180, 290), 9, "#333333")),
  "card without photo": (r) =>
    `${rect(40, 160, 370, 240, pick(colours, r))}${rect(70, 200, 90, 120, "#dddddd")}${list(5, (i) => rect(190, 205 + i * 28, between(r, 100, 190), 12, "#ffffff"))}`,
  stripes: (r) => list(24, (i) => rect(40 + i * 16, 60, 9, 515, pick(colours, r))),
  checks: (r) =>
    list(90, (i) =>
      rect(
        45 + (i % 9) * 40,
        60 + Math.floor(i / 9) * 51,
        40,
        51,
        i % 2 ? "#111111" : pick(["#ffffff", "#eeeeee"], r),
      ),
    ),
  "batik pattern": (r) =>
    rect(60, 60, 330, 515, "#7a4a2a") +
    list(150, () =>
      ellipse(
        between(r, 70, 380),
        between(r, 70, 565),
        between(r, 4, 16),
        between(r, 3, 9),
        pick(["#3b2314", "#e3c58c", "#111111"], r),
      ),
    ),
  noise: (r) =>
    list(900, () =>
      rect(
        between(r, 60, 380),
        between(r, 60, 560),
        14,
        14,
        `rgb(${[0, 0, 0].map(() => Math.floor(r() * 256)).join()})`,
      ),
    ),
  "QR pattern": (r) =>
    rect(70, 130, 310, 310, "#ffffff") +
    list(441, (i) =>
      r() < 0.5 ? rect(78 + (i % 21) * 14, 138 + Math.floor(i / 21) * 14, 14, 14, "#000000") : "",
    ),
  "empty hijab": (r) => `${shoulders(r)}${scarf(r)}${ellipse(225, 250, 72, 98, "#15120f")}`,
  "hijab from behind": (r) => shoulders(r) + scarf(r),
  "empty clothes": (r) => shoulders(r),
  hand: (r) => {
    const c = pick(skins, r);
    return `<path d="M150 580 V330 Q225 290 310 330 V580Z" fill="${c}"/>${list(4, (i) => `<rect x="${150 + i * 41}" y="${150 + Math.abs(1.6 - i) * 25}" width="34" height="210" rx="17" fill="${c}"/>`)}<rect x="300" y="320" width="34" height="150" rx="17" fill="${c}" transform="rotate(40 317 400)"/>`;
  },
  flower: (r) => {
    const c = pick(colours, r);
    return `${rect(217, 300, 16, 280, "#2e7d32")}${list(9, (i) => `<ellipse cx="225" cy="135" rx="42" ry="85" fill="${c}" transform="rotate(${i * 40} 225 230)"/>`)}${ellipse(225, 230, 50, 50, "#f4d03f")}`;
  },
  tree: (r) =>
    rect(195, 340, 60, 240, "#6e4a2a") +
    list(14, () =>
      ellipse(
        between(r, 110, 340),
        between(r, 110, 330),
        between(r, 50, 90),
        between(r, 50, 80),
        pick(["#2e7d32", "#3c8d40", "#1b5e20"], r),
      ),
    ),
  house: (r) =>
    `${rect(90, 280, 270, 295, pick(colours, r))}<path d="M60 290 L225 110 L390 290Z" fill="#8e3b2a"/>${rect(195, 430, 60, 145, "#5a3a22")}${rect(120, 330, 60, 60, "#cfe8f5")}${rect(270, 330, 60, 60, "#cfe8f5")}`,
  car: (r) =>
    `<path d="M40 420 Q60 330 140 320 L180 240 H320 L360 320 Q420 340 420 420Z" fill="${pick(colours, r)}"/>${ellipse(125, 430, 48, 48, "#111111")}${ellipse(335, 430, 48, 48, "#111111")}${rect(190, 260, 60, 55, "#cfe8f5")}${rect(258, 260, 60, 55, "#cfe8f5")}`,
  cup: (r) =>
    `<path d="M120 180 H330 L305 500 H145Z" fill="${pick(colours, r)}"/><path d="M325 240 Q420 250 400 340 Q385 410 312 400" stroke="#555" stroke-width="22" fill="none"/>${ellipse(225, 180, 105, 26, "#3b2314")}`,
  ball: (r) =>
    `${ellipse(225, 290, 180, 180, "#f5f5f5")}${list(7, () => star(between(r, 100, 350), between(r, 160, 420), 38, 5, "#111111"))}`,
  balloon: (r) =>
    `${ellipse(225, 240, 130, 160, pick(colours, r))}<path d="M225 400 q-20 60 5 170" stroke="#444" stroke-width="4" fill="none"/>${ellipse(180, 180, 22, 36, "#f8f8f8")}`,
  bottle: (r) =>
    `<path d="M185 60 H265 V170 Q320 210 320 280 V575 H130 V280 Q130 210 185 170Z" fill="${pick(colours, r)}"/>${rect(130, 330, 190, 130, "#ffffff")}${text(225, 415, 52, "AIR", "#2e86c1")}`,
  fish: (r) =>
    `<path d="M60 300 Q200 130 340 300 Q200 470 60 300Z M320 300 L420 210 V390Z" fill="${pick(colours, r)}"/>${ellipse(130, 275, 15, 15, "#ffffff")}${ellipse(130, 275, 7, 7, "#000000")}`,
  clock: (r) =>
    `${ellipse(225, 290, 185, 185, pick(colours, r))}${ellipse(225, 290, 160, 160, "#ffffff")}<path d="M225 290 L225 170 M225 290 L${225 + between(r, 40, 100)} ${between(r, 300, 360)}" stroke="#111" stroke-width="10"/>${list(12, (i) => `<rect x="221" y="140" width="8" height="26" fill="#111" transform="rotate(${i * 30} 225 290)"/>`)}`,
  moon: (r) =>
    `<path d="M290 100 A190 190 0 1 0 290 470 A215 215 0 0 1 290 100Z" fill="${pick(["#f4d03f", "#cccccc", "#ffffff"], r)}"/>${star(330, 290, 60, 5, "#f4d03f")}`,
} as const satisfies Record<string, Draw>;

function blob(r: Random, colour: string): string {
  const points = list(10, (i) => {
    const angle = (i / 10) * 2 * Math.PI;
    const far = between(r, 110, 190);
    return `${i === 0 ? "M" : "L"}${225 + Math.cos(angle) * far} ${310 + Math.sin(angle) * far * 1.3}`;
  });
  return `<path d="${points}Z" fill="${colour}" stroke="${colour}" stroke-width="60" stroke-linejoin="round"/>`;
}

function head(r: Random): string {
  const c = pick(skins, r);
  return `<path d="M184 325 V410 Q225 450 266 410 V325Z" fill="${c}"/>${ellipse(225, 250, between(r, 70, 82), between(r, 94, 108), c)}`;
}

function shoulders(r: Random): string {
  return `<path d="M${between(r, -10, 30)} 620 C20 470 90 440 168 408 L282 408 C360 440 430 470 ${between(r, 420, 460)} 620Z" fill="${pick(clothes, r)}"/><path d="M165 410 L206 468 L225 438 L246 468 L286 410" fill="none" stroke="#0006" stroke-width="4"/>`;
}

function scarf(r: Random): string {
  return `<path d="M225 92 C120 92 108 210 118 300 C122 380 110 440 90 490 Q225 530 360 490 C340 440 328 380 332 300 C342 210 330 92 225 92Z" fill="${pick(["#6b4a3a", "#355c6b", "#7a2f4b", "#ffffff", "#0b0b0d"], r)}"/>`;
}

function star(x: number, y: number, far: number, points: number, colour: string): string {
  const corners = list(points * 2, (i) => {
    const [angle, reach] = [(i * Math.PI) / points - Math.PI / 2, i % 2 ? far * 0.45 : far];
    return `${x + Math.cos(angle) * reach},${y + Math.sin(angle) * reach} `;
  });
  return `<polygon points="${corners}" fill="${colour}"/>`;
}

function text(x: number, y: number, size: number, words: string, colour: string): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-family="Plus Jakarta Sans, sans-serif" font-weight="bold" text-anchor="middle" fill="${colour}">${words}</text>`;
}

function ellipse(x: number, y: number, rx: number, ry: number, colour: string): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${colour}"/>`;
}

function rect(x: number, y: number, width: number, height: number, colour: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"/>`;
}

function list(count: number, draw: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => draw(i)).join("");
}
