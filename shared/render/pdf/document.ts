/** What readers and archives need for a whole document: structure tree, language, title, and the meaning of its colours. */
import { deflatedStream, type PdfWriter, type Reference, ref, textString } from "./pdf-writer.ts";
import { srgbProfile } from "./srgb-profile.ts";
import type { StructureTree } from "./structure-tree.ts";

export interface DocumentEntries {
  readonly pages: readonly Reference[];
  /** The parent of all pages. */
  readonly pageTree: Reference;
  readonly structure: StructureTree;
  /** It stands in the document's properties, so it has no personal data. */
  readonly title: string;
  /** BCP 47, e.g. "id". */
  readonly language: string;
}

const profile = deflatedStream("/N 3", srgbProfile());

/**
 * Ends the file. It claims no conformance (PDF/A, PDF/UA), because no checker has passed it. It has no date, so that
 * equal documents are equal files.
 */
export function finishDocument(writer: PdfWriter, entries: DocumentEntries): void {
  const { pages, pageTree, structure, title, language } = entries;
  const kids = pages.map(ref).join(" ");
  writer.set(pageTree, `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  const colors = writer.addStream(profile);
  const metadata = writer.addStream({
    dictionary: "/Type /Metadata /Subtype /XML",
    data: Buffer.from(xmpPacket(title, language)),
  });
  const intent =
    "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) " +
    `/Info (sRGB IEC61966-2.1) /DestOutputProfile ${ref(colors)} >>`;
  const catalog = writer.add(
    `<< /Type /Catalog /Pages ${ref(pageTree)} /Lang (${language}) /MarkInfo << /Marked true >> ` +
      `/StructTreeRoot ${ref(structure.finish())} /Metadata ${ref(metadata)} /OutputIntents [${intent}] ` +
      "/ViewerPreferences << /PrintScaling /None /DisplayDocTitle true >> >>",
  );
  const info = writer.add(`<< /Title ${textString(title)} /Creator ${textString(title)} >>`);
  writer.finish(catalog, info);
}

/** The properties again, in the form that archives read (ISO 16684-1): title, creator and language. */
function xmpPacket(title: string, language: string): string {
  const said = title.replaceAll(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">',
    "<dc:format>application/pdf</dc:format>",
    `<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>`,
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${said}</rdf:li></rdf:Alt></dc:title>`,
    `<xmp:CreatorTool>${said}</xmp:CreatorTool>`,
    "</rdf:Description></rdf:RDF></x:xmpmeta>",
    '<?xpacket end="r"?>',
  ].join("\n");
}
