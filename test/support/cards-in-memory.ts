import {
  type Card,
  type Cards,
  type CardToken,
  type DrawingOfHolder,
  isShowing,
  type Pointer,
} from "#shared/card/card.ts";
import type { Issue } from "#shared/card/card-content.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";

/** The card table without DynamoDB; runs the same contract test (card-table-contract.ts). */
export class CardsInMemory implements Cards {
  readonly tokens = new Map<string, CardToken>();
  readonly #cards = new Map<EmployeeId, Card>();
  readonly #series = new Map<string, number>();

  all(): [EmployeeId, Card][] {
    return [...this.#cards];
  }

  async find(employeeId: EmployeeId): Promise<Card | undefined> {
    return this.#cards.get(employeeId);
  }

  async findToken(hash: string): Promise<CardToken | undefined> {
    return this.tokens.get(hash);
  }

  async issue(employeeId: EmployeeId, series: string, day: string): Promise<Issue> {
    const known = this.#cards.get(employeeId);
    if (known) return { serial: known.serial, issuedOn: known.issuedOn };
    const order = (this.#series.get(series) ?? 0) + 1;
    const issue = { serial: `${series}${String(order).padStart(7, "0")}`, issuedOn: day };
    this.#series.set(series, order);
    this.#cards.set(employeeId, issue);
    return issue;
  }

  async addToken(hash: string, token: CardToken): Promise<void> {
    this.tokens.set(hash, token);
  }

  async point(employeeId: EmployeeId, pointer: Pointer): Promise<boolean> {
    const card = this.#cards.get(employeeId);
    if (!card || (card.revision ?? 0) > pointer.revision) return false;
    const { sealedToken: _, signature: __, signedBy: ___, signedUntil: ____, ...rest } = card;
    this.#cards.set(employeeId, { ...rest, ...pointerOf(pointer) });
    return true;
  }

  async noteFile(employeeId: EmployeeId, drawing: DrawingOfHolder, name: string): Promise<void> {
    const card = this.#cards.get(employeeId);
    if (!card || !isShowing(card, drawing) || !card.files || card.files.includes(name)) return;
    this.#cards.set(employeeId, { ...card, files: [...card.files, name] });
  }

  async noteView(employeeId: EmployeeId, viewed: NonNullable<Card["viewed"]>): Promise<void> {
    const card = this.#cards.get(employeeId);
    if (card) this.#cards.set(employeeId, { ...card, viewed });
  }
}

/** What a table stores of it: nothing else that a drawing has. */
function pointerOf(pointer: Pointer): Pointer {
  const { revision, contentHash, templateVersion, backs, files, checkCode, shortened } = pointer;
  const { sealedToken, signature, signedBy, signedUntil } = pointer;
  return {
    ...{ revision, contentHash, templateVersion, backs, files, checkCode, shortened },
    ...(sealedToken && { sealedToken }),
    ...(signature && { signature, signedBy, signedUntil }),
  };
}
