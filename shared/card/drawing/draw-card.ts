import { createCanvas, loadImage } from "@napi-rs/canvas";
import { CompressionType, FilterType, Transformer } from "@napi-rs/image";
import QRCode from "qrcode";
import type { FaceImages } from "../card-bucket.ts";
import { type CardContent, type Face, faces as allFaces } from "../card-content.ts";

/** Draws the faces of a card. Pure: the same content and photo are the same bytes. */
export async function drawCard(
  content: CardContent,
  photo: Buffer,
  faces: readonly Face[] = allFaces,
): Promise<readonly FaceImages[]> {
  const portrait = await loadImage(photo);
  const images: FaceImages[] = [];
  for (const face of faces) {
    const [width, height] = face.endsWith("landscape") ? [1011, 638] : [638, 1011];
    const canvas = createCanvas(width, height);
    const pen = canvas.getContext("2d");
    pen.fillStyle = content.text.kind === "PNS" ? "#8a1048" : "#0b6b78";
    pen.fillRect(0, 0, width, height);
    if (face.startsWith("front")) {
      pen.drawImage(portrait, 48, 176, 286, 366);
      const { modules } = QRCode.create(content.qrText, { errorCorrectionLevel: "M" });
      pen.fillStyle = "#fff";
      pen.fillRect(width - 320, height - 320, 280, 280);
      pen.fillStyle = "#2a0e45";
      const side = Math.floor(280 / (modules.size + 8));
      for (let row = 0; row < modules.size; row++)
        for (let column = 0; column < modules.size; column++)
          if (modules.get(row, column))
            pen.fillRect(
              width - 320 + (column + 4) * side,
              height - 320 + (row + 4) * side,
              side,
              side,
            );
      pen.fillStyle = "#fff";
      pen.fillText(content.text.name, 48, 100);
    }
    const png = await Transformer.fromRgbaPixels(canvas.data(), width, height).png({
      compressionType: CompressionType.Fast,
      filterType: FilterType.Sub,
    });
    images.push({ face, png, webp: await canvas.encode("webp", 80) });
  }
  return images;
}
