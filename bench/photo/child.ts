/** A process that works off pieces. A process, not a thread: Node may end when a thread that has drawn with the canvas is disposed of. */
import { type Piece, workOff } from "./work.ts";

process.on("message", async (piece: Piece) => {
  process.send?.(await workOff(piece));
});
