import {
  approvedUntil,
  type QrLogin,
  type QrLoginEnd,
  type QrLogins,
  type Scan,
} from "#shared/session/qr-login.ts";

/** The logins by QR without DynamoDB; runs the same contract test (qr-login-table-contract.ts). */
export class QrLoginsInMemory implements QrLogins {
  readonly #logins = new Map<string, QrLogin>();

  get all(): readonly QrLogin[] {
    return [...this.#logins.values()];
  }

  async add(login: QrLogin): Promise<void> {
    if (this.#logins.has(login.id)) throw new Error("This login exists.");
    this.#logins.set(login.id, login);
  }

  async find(id: string): Promise<QrLogin | undefined> {
    return this.#logins.get(id);
  }

  async scan(id: string, scan: Scan, now: Date): Promise<QrLogin | undefined> {
    const isDone = this.#change(id, now, ["shown"], { state: "scanned", ...scan });
    return isDone ? this.#logins.get(id) : undefined;
  }

  async approve(id: string, phone: string, now: Date): Promise<boolean> {
    const next = { state: "approved", endsAt: approvedUntil(now) } as const;
    return this.#change(id, now, ["scanned"], next, phone);
  }

  async take(id: string, now: Date): Promise<boolean> {
    return this.#change(id, now, ["approved"], { state: "done" });
  }

  async end(id: string, why: QrLoginEnd, now: Date, phone?: string): Promise<boolean> {
    const from = phone ? (["scanned"] as const) : (["shown", "scanned"] as const);
    return this.#change(id, now, from, { state: "ended", end: why }, phone);
  }

  #change(
    id: string,
    now: Date,
    from: readonly QrLogin["state"][],
    next: Partial<QrLogin>,
    phone?: string,
  ): boolean {
    const login = this.#logins.get(id);
    if (!login || !from.includes(login.state) || login.endsAt <= now.toISOString()) return false;
    if (phone && login.phone !== phone) return false;
    this.#logins.set(id, { ...login, ...next });
    return true;
  }
}
