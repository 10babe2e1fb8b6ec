import type { Board, Boards } from "#shared/desk/board.ts";

/** The boards without DynamoDB; runs the same contract test (board-table-contract.ts). */
export class BoardsInMemory implements Boards {
  readonly #boards = new Map<string, Board>();

  async find(instansiId: string): Promise<Board | undefined> {
    return this.#boards.get(instansiId);
  }

  async put(board: Board): Promise<void> {
    const kept = this.#boards.get(board.instansiId);
    if (!kept || kept.asOf < board.asOf) this.#boards.set(board.instansiId, board);
  }
}
