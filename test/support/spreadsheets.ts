import readExcelFile from "read-excel-file/node";

/** The bytes of a file that is written piece by piece. */
export async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}

/** The first sheet of a workbook, as a reader that is not ours has it: texts, numbers, null for no cell. */
export async function readByOthers(bytes: Uint8Array): Promise<unknown[][]> {
  const [first] = await readExcelFile(Buffer.from(bytes));
  return first?.data ?? [];
}
