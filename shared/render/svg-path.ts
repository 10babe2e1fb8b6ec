/** Paths of SVG as a PDF can draw them: lines and cubic curves at absolute points («Paths», SVG 1.1; arcs by its appendix F.6). */

/** M and L with one point, C with three, Z with none. */
export interface PathStep {
  readonly act: "M" | "L" | "C" | "Z";
  readonly at: readonly number[];
}

/** How many numbers each command takes; M goes on as L. */
const takes: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, A: 7, Z: 0 };

/** @throws Error naming a command that no emblem has used yet */
export function pathSteps(path: string): readonly PathStep[] {
  const drawn = new DrawnPath();
  for (const [, letter = "", said = ""] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = [...said.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([each]) => Number(each));
    const taken = takes[letter.toUpperCase()];
    if (taken === undefined) throw new Error(`The path command ${letter} cannot be drawn.`);
    drawn.add(letter, numbers.slice(0, taken));
    for (let at = taken; taken > 0 && at < numbers.length; at += taken)
      drawn.add(goesOnAs[letter] ?? letter, numbers.slice(at, at + taken));
  }
  return drawn.steps;
}

const goesOnAs: Readonly<Record<string, string>> = { M: "L", m: "l" };

class DrawnPath {
  readonly steps: PathStep[] = [];
  #x = 0;
  #y = 0;
  #start: readonly [number, number] = [0, 0];

  add(letter: string, given: readonly number[]): void {
    const isRelative = letter === letter.toLowerCase();
    const [x, y] = isRelative ? [this.#x, this.#y] : [0, 0];
    const points = given.map((value, i) => value + (i % 2 === 0 ? x : y));
    const [a = 0, b = 0] = given;
    switch (letter.toUpperCase()) {
      case "M":
        this.#step("M", points);
        this.#start = [this.#x, this.#y];
        break;
      case "H":
        this.#step("L", [a + x, this.#y]);
        break;
      case "V":
        this.#step("L", [this.#x, a + y]);
        break;
      case "A": {
        const [, , , , , toX = 0, toY = 0] = given;
        this.#arc([a, b], given.slice(2, 5), [toX + x, toY + y]);
        break;
      }
      case "Z":
        this.steps.push({ act: "Z", at: [] });
        [this.#x, this.#y] = this.#start;
        break;
      default:
        this.#step(letter.toUpperCase() === "C" ? "C" : "L", points);
    }
  }

  #step(act: PathStep["act"], at: readonly number[]): void {
    this.steps.push({ act, at });
    [this.#x = 0, this.#y = 0] = at.slice(-2);
  }

  /** As curves of an eighth of the ellipse at most. @param flags turn of the axis in degrees, large arc, sweep */
  #arc(
    [givenX, givenY]: readonly [number, number],
    [turn = 0, isLarge = 0, isSweep = 0]: readonly number[],
    [toX, toY]: readonly [number, number],
  ): void {
    const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
    const [halfX, halfY] = [(this.#x - toX) / 2, (this.#y - toY) / 2];
    const [x, y] = [cos * halfX + sin * halfY, cos * halfY - sin * halfX];
    // Too small an ellipse grows until it reaches.
    const grown = Math.max(1, Math.hypot(x / givenX, y / givenY));
    const [rx, ry] = [givenX * grown, givenY * grown];
    const inside = (rx * ry) ** 2 / ((rx * y) ** 2 + (ry * x) ** 2) - 1;
    const away = Math.sqrt(Math.max(0, inside)) * (isLarge === isSweep ? -1 : 1);
    const [midX, midY] = [(away * rx * y) / ry, (-away * ry * x) / rx];
    const from = Math.atan2((y - midY) / ry, (x - midX) / rx);
    const swept = Math.atan2((-y - midY) / ry, (-x - midX) / rx) - from;
    const full = 2 * Math.PI;
    const angle = isSweep ? (swept + full) % full : (swept - full) % full || -full;
    const parts = Math.ceil(Math.abs(angle) / (Math.PI / 4));
    const reach = (4 / 3) * Math.tan(angle / parts / 4);
    const place = (px: number, py: number): readonly [number, number] => [
      cos * rx * px - sin * ry * py + cos * midX - sin * midY + toX + halfX,
      sin * rx * px + cos * ry * py + sin * midX + cos * midY + toY + halfY,
    ];
    for (let part = 0; part < parts; part++) {
      const [at, next] = [from + (angle * part) / parts, from + (angle * (part + 1)) / parts];
      const [c1, s1, c2, s2] = [Math.cos(at), Math.sin(at), Math.cos(next), Math.sin(next)];
      this.#step("C", [
        ...place(c1 - reach * s1, s1 + reach * c1),
        ...place(c2 + reach * s2, s2 - reach * c2),
        ...place(c2, s2),
      ]);
    }
  }
}
