import { AwsError } from "../kernel/service.ts";

/** Reads a stream by lines, lengths and delimiters, holding little more than one piece of it in memory. */
export class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** So many bytes, piece by piece. @throws AwsError IncompleteBody */
  async *take(length: number): AsyncGenerator<Buffer> {
    let left = length;
    while (left > 0) {
      if (this.#held.length === 0) await this.#more();
      const piece = this.#release(Math.min(left, this.#held.length));
      left -= piece.length;
      yield piece;
    }
  }

  /** All before the delimiter, piece by piece; the delimiter is read past. @throws AwsError IncompleteBody */
  async *until(delimiter: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(delimiter);
      if (at >= 0) {
        if (at > 0) yield this.#release(at);
        this.#release(delimiter.length);
        return;
      }
      // The delimiter may have begun in the last bytes held.
      const safe = this.#held.length - delimiter.length + 1;
      if (safe > 0) yield this.#release(safe);
      await this.#more();
    }
  }

  /** All before the delimiter. @throws AwsError when it is longer than `limit` bytes */
  async readUntil(delimiter: Buffer, limit: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const piece of this.until(delimiter)) {
      size += piece.length;
      if (size > limit) {
        throw new AwsError(
          "MaxPostPreDataLengthExceeded",
          "Your request's fields preceding the upload were too large.",
        );
      }
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  }

  /** A line without its CRLF. */
  async line(): Promise<string> {
    return (await this.readUntil(crlf, lineLimit)).toString("latin1");
  }

  async #more(): Promise<void> {
    const next = await this.#source.next();
    if (next.done) {
      throw new AwsError(
        "IncompleteBody",
        "You did not provide the number of bytes specified by the Content-Length HTTP header",
      );
    }
    this.#held = this.#held.length > 0 ? Buffer.concat([this.#held, next.value]) : next.value;
  }

  #release(length: number): Buffer {
    const piece = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return piece;
  }
}

export const crlf = Buffer.from("\r\n");
const lineLimit = 8192;
