/** What a reader and an archive ask of a whole document: its tree, language, title, and what its colours mean. */
import { deflatedStream, type PdfWriter, type Reference, ref, textString } from "./pdf-writer.ts";
import { srgbProfile } from "./srgb-profile.ts";
import type { StructureTree } from "./structure-tree.ts";

export interface DocumentEntries {
  readonly pages: readonly Reference[];
  /** The parent that all pages name. */
  readonly pageTree: Reference;
  readonly structure: StructureTree;
  /** Without personal data: it stands in the document's properties. */
  readonly title: string;
  /** BCP 47, e.g. "id". */
  readonly language: string;
}

const profile = deflatedStream("/N 3", srgbProfile());

/**
 * Ends the file. It says no conformance (PDF/A, PDF/UA): no checker of either has passed it. There is no date, so that
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

/** The properties once more, as archives read them (ISO 16684-1): the same title and creator, and the language. */
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
