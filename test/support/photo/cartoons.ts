/** Faces that are nobody's: drawings, animals and things with eyes. */
import { between, pick, type Random } from "./random.ts";

const bright = [
  "#f4d03f",
  "#f5b041",
  "#58d68d",
  "#5dade2",
  "#ffffff",
  "#ec7063",
  "#d9a679",
] as const;
const furs = ["#8a5836", "#d8a15f", "#555555", "#e6e0d4", "#1c1a18"] as const;

type Draw = (random: Random) => string;

/** Each kind as the inside of an SVG of 450x575. */
export const cartoons = {
  smiley: (r) => `${round(225, 290, 175, pick(bright, r))}${eyes(r, 60, 240, 18)}${mouth(r)}`,
  "smiley on shoulders": (r) =>
    `<path d="M10 620 C20 470 90 440 168 408 H282 C360 440 430 470 440 620Z" fill="#7a4a2a"/>${round(225, 260, 115, pick(bright, r))}<g transform="translate(78 92) scale(.65)">${eyes(r, 60, 240, 18)}${mouth(r)}</g>`,
  "stick figure": (r) =>
    `<g stroke="#111" stroke-width="12" fill="none"><circle cx="225" cy="180" r="95"/><path d="M225 275 V480 M225 330 L${between(r, 90, 130)} 420 M225 330 L330 420 M225 480 L140 570 M225 480 L310 570"/></g><g transform="translate(112 50) scale(.5)">${eyes(r, 55, 240, 18)}${mouth(r)}</g>`,
  cat: (r) => {
    const fur = pick(furs, r);
    return `<path d="M90 250 L100 90 L200 170 M360 250 L350 90 L250 170" fill="${fur}"/>${oval(225, 290, 150, 140, fur)}${eyes(r, 62, 260, 26, "#9acd32")}<path d="M205 320 H245 L225 342Z" fill="#d98880"/><path d="M225 342 q-20 30 -45 18 M225 342 q20 30 45 18 M150 330 H60 M150 345 L65 370 M300 330 H390 M300 345 L385 370" stroke="#222" stroke-width="4" fill="none"/>`;
  },
  dog: (r) => {
    const fur = pick(furs, r);
    return `${oval(225, 280, 130, 160, fur)}<path d="M110 180 Q40 200 70 380 Q120 330 130 230Z M340 180 Q410 200 380 380 Q330 330 320 230Z" fill="#3b2a20"/>${eyes(r, 52, 230, 17, "#3b2314")}${oval(225, 350, 70, 60, "#efe6d8")}${oval(225, 325, 28, 20, "#111111")}<path d="M225 345 V375 q-25 25 -45 5 M225 375 q25 25 45 5" stroke="#222" stroke-width="5" fill="none"/>`;
  },
  bear: (r) => {
    const fur = pick(furs, r);
    return `${round(120, 160, 50, fur)}${round(330, 160, 50, fur)}${round(225, 290, 155, fur)}${eyes(r, 60, 250, 14, "#111111")}${oval(225, 340, 60, 48, "#e9dcc3")}${oval(225, 320, 24, 16, "#111111")}`;
  },
  owl: (r) =>
    `${oval(225, 310, 150, 200, pick(furs, r))}${round(165, 240, 62, "#f5efe0")}${round(285, 240, 62, "#f5efe0")}${eyes(r, 60, 240, 30, "#f4d03f")}<path d="M210 280 H240 L225 320Z" fill="#f39c12"/>`,
  monkey: (r) =>
    `${round(80, 280, 45, "#d8a15f")}${round(370, 280, 45, "#d8a15f")}${round(225, 270, 150, "#5a3a22")}${oval(225, 320, 110, 95, "#d8a15f")}${oval(225, 240, 105, 60, "#d8a15f")}${eyes(r, 42, 240, 15, "#111111")}<path d="M170 360 q55 45 110 0" stroke="#5a2420" stroke-width="6" fill="none"/>`,
  robot: (r) =>
    `<rect x="90" y="140" width="270" height="260" rx="24" fill="${pick(["#95a5a6", "#5dade2", "#f5b041"], r)}"/><path d="M225 140 V80" stroke="#555" stroke-width="10"/>${eyes(r, 62, 240, 34, "#f4d03f")}<rect x="150" y="330" width="150" height="30" fill="#333"/><rect x="120" y="410" width="210" height="170" fill="#7f8c8d"/>`,
  mask: (r) =>
    `<path d="M90 150 Q225 90 360 150 Q370 380 225 500 Q80 380 90 150Z" fill="${pick(["#ffffff", "#d9a679", "#c0392b"], r)}"/><path d="M130 250 q40 -35 75 0 q-37 25 -75 0Z M245 250 q40 -35 75 0 q-37 25 -75 0Z M170 390 q55 40 110 0 q-55 20 -110 0Z" fill="#000"/>`,
  "power socket": (r) =>
    `<rect x="75" y="140" width="300" height="300" rx="30" fill="${pick(["#ffffff", "#eeeeee", "#cccccc"], r)}"/>${round(175, 270, 22, "#222222")}${round(275, 270, 22, "#222222")}${oval(225, 340, 18, 26, "#222222")}`,
  "car from the front": (r) =>
    `<rect x="70" y="220" width="310" height="190" rx="50" fill="${pick(bright, r)}"/><path d="M120 225 L160 140 H290 L330 225Z" fill="#cfe8f5"/>${round(120, 300, 32, "#ffffff")}${round(330, 300, 32, "#ffffff")}<rect x="165" y="320" width="120" height="36" fill="#222"/>`,
} as const satisfies Record<string, Draw>;

function eyes(r: Random, apart: number, y: number, radius: number, iris = "#222222"): string {
  const look = between(r, -3, 3);
  return [225 - apart, 225 + apart]
    .map((x) => round(x, y, radius, iris) + round(x + look, y, radius * 0.45, "#000000"))
    .join("");
}

function mouth(r: Random): string {
  const [wide, deep] = [between(r, 70, 100), between(r, 40, 90)];
  return `<path d="M${225 - wide} 350 Q225 ${350 + deep} ${225 + wide} 350" stroke="#222" stroke-width="12" fill="none" stroke-linecap="round"/>`;
}

function round(x: number, y: number, radius: number, colour: string): string {
  return oval(x, y, radius, radius, colour);
}

function oval(x: number, y: number, rx: number, ry: number, colour: string): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${colour}"/>`;
}
