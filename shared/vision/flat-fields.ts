/** Reads tables of a FlatBuffer (https://flatbuffers.dev/internals): fields are found by their number, and may be missing. */
import { WrongModel } from "./wrong-model.ts";

export class FlatFields {
  readonly #view: DataView;
  readonly #at: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  /** The table that a whole buffer holds. @throws RangeError (of all methods) when an offset leads outside */
  static root(bytes: Uint8Array): FlatFields {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new FlatFields(view, view.getUint32(0, true));
  }

  int8(field: number): number {
    const at = this.#find(field);
    return at === undefined ? 0 : this.#view.getInt8(at);
  }

  int32(field: number, otherwise = 0): number {
    const at = this.#find(field);
    return at === undefined ? otherwise : this.#view.getInt32(at, true);
  }

  table(field: number): FlatFields | undefined {
    const at = this.#find(field);
    return at === undefined ? undefined : new FlatFields(this.#view, this.#follow(at));
  }

  tables(field: number): FlatFields[] {
    return this.#items(field, 4, (at) => new FlatFields(this.#view, this.#follow(at)));
  }

  int32s(field: number): number[] {
    return this.#items(field, 4, (at) => this.#view.getInt32(at, true));
  }

  bytes(field: number): Uint8Array {
    const { start, count } = this.#vector(field, 1);
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + start, count);
  }

  text(field: number): string {
    return new TextDecoder().decode(this.bytes(field));
  }

  #items<T>(field: number, size: number, read: (at: number) => T): T[] {
    const { start, count } = this.#vector(field, size);
    return Array.from({ length: count }, (_, i) => read(start + i * size));
  }

  /** Of no length when it is missing. */
  #vector(field: number, size: number): { readonly start: number; readonly count: number } {
    const at = this.#find(field);
    if (at === undefined) return { start: 0, count: 0 };
    const start = this.#follow(at);
    const count = this.#view.getUint32(start, true);
    if (start + 4 + count * size > this.#view.byteLength)
      throw new WrongModel("A list is longer than the file.");
    return { start: start + 4, count };
  }

  /** The field's place, which the table's own table of places names. */
  #find(field: number): number | undefined {
    const places = this.#at - this.#view.getInt32(this.#at, true);
    const entry = 4 + 2 * field;
    if (entry >= this.#view.getUint16(places, true)) return undefined;
    const place = this.#view.getUint16(places + entry, true);
    return place === 0 ? undefined : this.#at + place;
  }

  #follow(at: number): number {
    return at + this.#view.getUint32(at, true);
  }
}
