import { Image } from "@napi-rs/canvas";
import type { CardDocument } from "../card-bucket.ts";
import { documents as allDocuments, type CardContent, type DocumentName } from "../card-content.ts";
import { paintBackTexts, paintFrontDetails, paintVersion } from "../drawing/details.ts";
import { measure } from "../drawing/fonts.ts";
import { type FaceShape, type Orientation, shapes } from "../drawing/geometry.ts";
import { layoutHeader } from "../drawing/layout-front.ts";
import { paintTexts } from "../drawing/paint.ts";
import { qrOf } from "../drawing/qr.ts";
import { type Template, templateFor } from "../drawing/template.ts";
import { addGround, addPhoto, groundOf, type PhotoLayers, photoLayers } from "./images.ts";
import { digits, unitsPerPixel } from "./operands.ts";
import { addPages, type CardFaces, pointsPerPixel } from "./pages.ts";
import { PdfObjects, type Reference, ref, textString } from "./pdf-file.ts";
import { PdfPen } from "./pdf-pen.ts";
import { named, PdfResources } from "./pdf-resources.ts";

/**
 * Sets a card for print: words as text, QR and lines as outlines, over the ground as an image. Pure: the same content
 * and photo are the same bytes.
 * @param photo a cut-out with transparency, 450x575
 * @throws Error when the photo cannot be decoded or has no transparency, or the QR's text is not alphanumeric
 */
export async function drawCardDocuments(
  content: CardContent,
  photo: Buffer,
  wanted: readonly DocumentName[] = allDocuments,
): Promise<readonly CardDocument[]> {
  const template = templateFor(content.instansiId, content.text.kind);
  const layers = await photoLayers(photo, template.palette.panel[0]);
  const documents: CardDocument[] = [];
  for (const shape of new Set(wanted.map((document) => document.shape))) {
    const objects = new PdfObjects();
    const faces = addFaces(objects, shape, template, content, layers);
    for (const name of wanted.filter((document) => document.shape === shape))
      documents.push({ ...name, pdf: finish(objects.fork(), faces, name, template.texts.title) });
  }
  return documents;
}

/** In the photo's place: a PDF's pen draws the photo by its name. */
const namedByPen = new Image();

function addFaces(
  objects: PdfObjects,
  orientation: Orientation,
  template: Template,
  content: CardContent,
  layers: PhotoLayers,
): CardFaces {
  const [front, back] = [shapes[`front-${orientation}`], shapes[`back-${orientation}`]];
  const resources = new PdfResources();
  const frontPen = new PdfPen(resources);
  paintTexts(frontPen, layoutHeader(template, orientation, measure));
  paintFrontDetails(frontPen, front, template, content, namedByPen, qrOf(content.qrText));
  const backPen = new PdfPen(resources);
  const issuer = { instansi: content.text.instansi, host: content.host };
  paintBackTexts(backPen, back, template, issuer);
  paintVersion(backPen, back, content);
  // Fonts are cut when all letters have been used.
  const shared = resources.addTo(objects);
  const photo = addPhoto(objects, layers);
  const frontGround = addGround(objects, front, groundOf(template, front));
  const backGround = addGround(objects, back, groundOf(template, back));
  return [
    addFace(objects, front, frontPen, shared, { Ground: frontGround, Photo: photo }),
    addFace(objects, back, backPen, shared, { Ground: backGround }),
  ];
}

/** From pixels with y downwards to points with y upwards: a face as large as it is, its corner at the origin. */
function addFace(
  objects: PdfObjects,
  { width, height }: FaceShape,
  pen: PdfPen,
  shared: string,
  images: Readonly<Record<string, Reference>>,
): Reference {
  const [right, bottom] = [digits(width), digits(height)];
  const unit = pointsPerPixel / unitsPerPixel;
  return objects.addDeflated(
    `/Type /XObject /Subtype /Form /BBox [0 0 ${right} ${bottom}] ` +
      `/Matrix [${unit} 0 0 ${-unit} 0 ${height * pointsPerPixel}] ` +
      `/Resources << ${shared} /XObject << ${named(Object.entries(images))} >> >>`,
    Buffer.from(`q ${right} 0 0 -${bottom} 0 ${bottom} cm /Ground Do Q\n${pen}`),
  );
}

/** @param title of the template, the same for all its cards: nobody's name is in a document's properties */
function finish(objects: PdfObjects, faces: CardFaces, name: DocumentName, title: string): Buffer {
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
