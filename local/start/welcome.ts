import { demoPassword } from "../demo/demo-login.ts";
import { demoPeople } from "../demo/people.ts";

export interface Places {
  readonly site: string;
  readonly console: string;
  readonly photos: string;
  /** Files of people for the import. */
  readonly imports: string;
  /** Where state is kept; undefined when it goes with the process. */
  readonly home: string | undefined;
  /** Whether others in the network reach the site. */
  readonly isOpen: boolean;
}

const openWarning = `
PERINGATAN: siapa pun di jaringan ini dapat membuka situs di atas. Isinya rekaan; jangan masukkan data sungguhan.
Sertifikatnya dibuat sendiri, jadi peramban memperingatkan sekali: pilih «Lanjutkan». Surat dan kode tetap hanya di komputer ini.
`;

/** What `npm start` prints when the product is there. */
export function welcome(
  { site, console, photos, imports, home, isOpen }: Places,
  seconds: number,
): string {
  const accounts = demoPeople()
    .filter(({ role }) => role)
    .map(
      ({ employee, role }) =>
        `  ${employee.nip}  ${role}${role?.startsWith("Baru") ? `, surel ${employee.email}` : ""}`,
    );
  return `
Kartu ASN Virtual, siap dalam ${seconds.toFixed(1)} s (MODE DEMO)

  Situs          ${site}/masuk
  Kotak surat    ${console}/mailbox
  Kode TOTP      ${console}/codes
  Konsol         ${console}/events: peristiwa, antrean, surat mati, log, waktu
  Contoh foto    ${photos}
  Contoh impor   ${imports}

Akun demo, kata sandi ${demoPassword}
${accounts.join("\n")}
${isOpen ? openWarning : ""}
Ctrl+C menghentikan; ${home ? `keadaan tersimpan di ${home}. Mulai baru: npm start -- --reset` : "tidak ada yang tersimpan."}
`;
}
