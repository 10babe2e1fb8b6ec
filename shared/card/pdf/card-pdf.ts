import { type Image, loadImage } from "@napi-rs/canvas";
import type { CardContent } from "../card-content.ts";
import { paintBackTexts, paintFrontDetails, paintVersion } from "../drawing/details.ts";
import { measure } from "../drawing/fonts.ts";
import { type FaceShape, type Orientation, shapes } from "../drawing/geometry.ts";
import { layoutHeader } from "../drawing/layout-front.ts";
import { paintTexts } from "../drawing/paint.ts";
import { qrOf } from "../drawing/qr.ts";
import { type Template, templateFor } from "../drawing/template.ts";
import { addGround, addPhoto, groundOf, type PhotoLayers, photoLayers } from "./images.ts";
import { addPages, type PlacedFaces, type Sheet } from "./pages.ts";
import { PdfObjects, type Reference, ref, textString } from "./pdf-file.ts";
import { PdfPen } from "./pdf-pen.ts";
import { named, PdfResources } from "./pdf-resources.ts";

/** Which of a card's documents. */
export interface DocumentName {
  readonly shape: Orientation;
  readonly sheet: Sheet;
}

export interface CardDocument extends DocumentName {
  readonly pdf: Buffer;
}

export const cardDocuments: readonly DocumentName[] = [
  { shape: "landscape", sheet: "card" },
  { shape: "landscape", sheet: "a4" },
  { shape: "portrait", sheet: "card" },
  { shape: "portrait", sheet: "a4" },
];

/**
 * Sets a card for print: words as text, QR and lines as outlines, over the ground as an image. Pure: the same content
 * and photo are the same bytes.
 * @param photo a cut-out with transparency, 450x575
 * @throws Error when the photo cannot be decoded, or the QR's text is not alphanumeric
 */
export async function drawCardDocuments(
  content: CardContent,
  photo: Buffer,
  wanted: readonly DocumentName[] = cardDocuments,
): Promise<readonly CardDocument[]> {
  const template = templateFor(content.instansiId, content.text.kind);
  const portrait = await loadImage(photo);
  const layers = await photoLayers(portrait, template.palette.panel[0]);
  const documents: CardDocument[] = [];
  for (const shape of new Set(wanted.map((document) => document.shape))) {
    const objects = new PdfObjects();
    const faces = await addFaces(objects, shape, template, content, portrait, layers);
    for (const name of wanted.filter((document) => document.shape === shape))
      documents.push({ ...name, pdf: finish(objects.fork(), faces, name, template.texts.title) });
  }
  return documents;
}

async function addFaces(
  objects: PdfObjects,
  orientation: Orientation,
  template: Template,
  content: CardContent,
  portrait: Image,
  layers: PhotoLayers,
): Promise<PlacedFaces> {
  const [front, back] = [shapes[`front-${orientation}`], shapes[`back-${orientation}`]];
  const resources = new PdfResources();
  const frontPen = new PdfPen(resources);
  paintTexts(frontPen, layoutHeader(template, orientation, measure));
  paintFrontDetails(frontPen, front, template, content, portrait, qrOf(content.qrText));
  const backPen = new PdfPen(resources);
  const issuer = { instansi: content.text.instansi, host: content.host };
  paintBackTexts(backPen, back, template, issuer);
  paintVersion(backPen, back, content);
  // Fonts are cut when all letters have been used.
  const shared = resources.addTo(objects);
  const photo = addPhoto(objects, layers);
  const frontGround = addGround(objects, front, await groundOf(template, front));
  const backGround = addGround(objects, back, await groundOf(template, back));
  return [
    addFace(objects, front, frontPen, shared, { Ground: frontGround, Photo: photo }),
    addFace(objects, back, backPen, shared, { Ground: backGround }),
  ];
}

/** From pixels with y downwards to a square of one unit: whoever places the face gives its size. */
function addFace(
  objects: PdfObjects,
  { width, height }: FaceShape,
  pen: PdfPen,
  shared: string,
  images: Readonly<Record<string, Reference>>,
): Reference {
  const ground = `q ${width} 0 0 ${-height} 0 ${height} cm /Ground Do Q`;
  return objects.addDeflated(
    `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] ` +
      `/Matrix [${1 / width} 0 0 ${-1 / height} 0 1] ` +
      `/Resources << ${shared} /XObject << ${named(Object.entries(images))} >> >>`,
    Buffer.from(`${ground}\n${pen}`),
  );
}

/** @param title of the template, the same for all its cards: nobody's name is in a document's properties */
function finish(
  objects: PdfObjects,
  faces: PlacedFaces,
  name: DocumentName,
  title: string,
): Buffer {
  const pages = objects.reserve();
  const kids = addPages(objects, pages, faces, name);
  objects.set(pages, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map(ref).join(" ")}] >>`);
  const catalog = objects.add(
    `<< /Type /Catalog /Pages ${ref(pages)} /Lang (id) ` +
      "/ViewerPreferences << /PrintScaling /None /DisplayDocTitle true >> >>",
  );
  const info = objects.add(`<< /Title ${textString(title)} /Creator ${textString(title)} >>`);
  return objects.finish(catalog, info);
}
