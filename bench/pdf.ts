/** A card as two pages of CR80 in PDF, as the product sets it and as pdf-lib does. */
import { type CardContent, documents as cardDocuments } from "#shared/card/card-content.ts";
import { drawCardDocuments } from "#shared/card/pdf/card-pdf.ts";
import { portraitPng } from "../local/demo/portrait.ts";
import type { Bench } from "./bench.ts";
import { inTurns, median, rounded, timed } from "./measure.ts";
import { drawWithPdfLib } from "./pdf/pdf-lib.ts";

const content: CardContent = {
  text: {
    kind: "PNS",
    name: "Siti Contohwati, S.Kom., M.T.",
    nip: "19850212 201001 2 004",
    golongan: "III/c",
    pangkat: "Penata",
    jabatan: "Pranata Komputer Ahli Muda",
    unitKerja: "Dinas Komunikasi dan Informatika",
    instansi: "Pemerintah Kabupaten Contoh",
  },
  instansiId: "ins_contoh",
  issue: { serial: "A20100000123", issuedOn: "2026-11-21" },
  qrText: "HTTPS://KARTU-ASN.EXAMPLE/V/7K2Q9MXB4TZD8RFWJ3H5VYNPC6",
  host: "kartu-asn.example",
  seed: "9b1e5a7033fa9c0d",
};

export const pdf: Bench = {
  about:
    "CPU time of a card's two pages from record and photo (PNG), the ground prepared for both: pdf-lib, with less to draw, against the product drawing them alone, and as it does it, with the card's other three documents",
  rounds: 15,
  async measure({ rounds }) {
    const photo = await portraitPng(1);
    const onePair = [{ shape: "landscape", sheet: "card" }] as const;
    const cpu = await inTurns(
      {
        product: () => timed(() => drawCardDocuments(content, photo, onePair)),
        pdflib: () => timed(() => drawWithPdfLib(content, photo)),
        all: () => timed(() => drawCardDocuments(content, photo)),
      },
      { rounds, warmUp: 3 },
    );
    const [product = 0, pdflib = 0, all = 0] = Object.values(cpu).map((samples) =>
      median(samples.map(({ cpuMs }) => cpuMs)),
    );
    const [ours] = await drawCardDocuments(content, photo, onePair);
    return {
      ratios: {
        pdflib: rounded(pdflib / product),
        "pdflib, of four documents each": rounded(pdflib / (all / cardDocuments.length)),
      },
      figures: {
        "product, 2 pages, CPU ms": rounded(product),
        "product, all 4 documents, CPU ms": rounded(all),
        "pdf-lib, 2 pages, CPU ms": rounded(pdflib),
        "product, KB": Math.round((ours?.pdf.length ?? 0) / 1024),
        "pdf-lib, KB": Math.round((await drawWithPdfLib(content, photo)).length / 1024),
        "peak memory, MB": Math.round(process.resourceUsage().maxRSS / 1024),
      },
    };
  },
};
