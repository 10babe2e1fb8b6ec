import QRCode from "qrcode";

export interface CodePicture {
  /** Modules a side, with the quiet zone that ISO/IEC 18004 asks for. */
  readonly side: number;
  /** Of the dark modules, as an SVG has it. */
  readonly path: string;
}

const quiet = 4;
/** Letters of a code's version, then its digits: packed apart they make the smallest QR. */
const shape = /^(\D+\d\.)(\d+)$/;

/** @param text one of `makeCode` */
export function codePicture(text: string): CodePicture {
  const [, letters = "", digits = ""] = shape.exec(text) ?? [];
  const { modules } = QRCode.create(
    [
      { data: letters, mode: "alphanumeric" },
      { data: digits, mode: "numeric" },
    ],
    { errorCorrectionLevel: "M" },
  );
  const { size } = modules;
  let path = "";
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (modules.get(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`;
  return { side: size + 2 * quiet, path };
}
