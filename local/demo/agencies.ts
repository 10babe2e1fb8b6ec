/** The demo's agencies, all invented, in Indonesia's three zones; one has an emblem, colours and words of its own. */
import type { Agency } from "#shared/agency/agency.ts";

export const demoAgencies = [
  {
    id: "ins_contoh",
    revision: 1,
    name: "Pemerintah Kabupaten Contoh",
    zone: "WIB",
    address: "Jalan Contoh Raya Nomor 1, Kota Contoh 99999, telepon (021) 5550-0123",
    texts: {
      contact:
        "Jika ditemukan, hubungi BKPSDM Kabupaten Contoh, telepon (021) 5550-0123, surel bkpsdm@contoh.example.",
    },
  },
  {
    id: "ins_khayalan",
    revision: 1,
    name: "Pemerintah Provinsi Khayalan",
    zone: "WITA",
    emblem: "truntum",
    palette: "senja",
    texts: {
      subtitle: "Pemerintah Provinsi Khayalan",
      contact:
        "Jika ditemukan, hubungi BKD Provinsi Khayalan, telepon (021) 5550-0199, surel bkd@khayalan.example.",
      finder: "Atau serahkan ke kantor pemerintah mana pun di provinsi ini.",
      issuerHeading: "Diterbitkan untuk",
    },
  },
  {
    id: "ins_teladan",
    revision: 1,
    name: "Kementerian Teladan Nusantara",
    zone: "WIT",
    texts: {},
  },
] as const satisfies readonly Agency[];
