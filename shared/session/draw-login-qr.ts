import QRCode from "qrcode";

/** The QR of an address with a secret, as an SVG document. Its letters are mixed, so it is no QR of cards (render/qr.ts). */
export async function drawLoginQr(address: string): Promise<string> {
  return await QRCode.toString(address, { type: "svg", errorCorrectionLevel: "M" });
}
