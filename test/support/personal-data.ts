/** Finds personal data in what must have none: logs, metrics, traces, alarms. */

/** What a value is, for a report that does not repeat the value. */
type Kind =
  | "NIP"
  | "name"
  | "e-mail address"
  | "password"
  | "authenticator's secret"
  | "cookie"
  | "token";

export interface Leak {
  readonly kind: Kind | "number like a NIP" | "text like an e-mail address";
  /** The line, with the value blacked out. */
  readonly line: string;
}

/** Shorter values would be found everywhere: a name of three letters is part of many words. */
const shortest = 6;
/** Whatever looks so is a leak, also when it is nobody's that we know. */
const patterns = [
  // The date of birth, the month of appointment, the sex, the number.
  { kind: "number like a NIP", regExp: /(?<!\d)(19|20)\d{6}(19|20)\d{4}[129]\d{3}(?!\d)/ },
  { kind: "text like an e-mail address", regExp: /[\w.+-]+@[\w-]+(\.[\w-]+)+/ },
] as const;

/** All personal data that is known; a line is searched for all of it at once. */
export class PersonalData {
  readonly #kinds = new Map<string, Kind>();
  /** By their first letters, so that a line is walked once. */
  readonly #byBeginning = new Map<string, string[]>();

  get size(): number {
    return this.#kinds.size;
  }

  /** Remembers a value; one that is too short to be told from other text is left out. */
  add(kind: Kind, value: string): void {
    const text = value.trim().toLowerCase();
    if (text.length < shortest || this.#kinds.has(text)) return;
    this.#kinds.set(text, kind);
    const beginning = text.slice(0, shortest);
    this.#byBeginning.set(beginning, [...(this.#byBeginning.get(beginning) ?? []), text]);
  }

  /** Leaks of these lines; one a line and kind. */
  leaksIn(lines: readonly string[]): Leak[] {
    return lines.flatMap((line) => this.#leaksOf(line));
  }

  #leaksOf(line: string): Leak[] {
    const text = line.toLowerCase();
    const found = new Map<Leak["kind"], string>();
    for (let at = 0; at <= text.length - shortest; at++) {
      for (const value of this.#byBeginning.get(text.slice(at, at + shortest)) ?? []) {
        const kind = this.#kinds.get(value);
        if (kind && text.startsWith(value, at)) found.set(kind, value);
      }
    }
    for (const { kind, regExp } of patterns) {
      const [value] = regExp.exec(text) ?? [];
      if (value) found.set(kind, value);
    }
    return [...found].map(([kind, value]) => ({ kind, line: text.replaceAll(value, "█") }));
  }
}
