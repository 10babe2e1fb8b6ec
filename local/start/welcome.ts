import { demoPeople } from "../demo/people.ts";
import { demoPassword } from "../demo/seed.ts";

export interface Places {
  readonly site: string;
  readonly desk: string;
  readonly photos: string;
  /** Where state is kept. */
  readonly home: string;
}

/** What `npm start` prints when the product is there. */
export function welcome({ site, desk, photos, home }: Places, seconds: number): string {
  const accounts = demoPeople()
    .filter(({ role }) => role)
    .map(
      ({ employee, role }) =>
        `  ${employee.nip}  ${role}${role?.startsWith("Baru") ? `, surel ${employee.email}` : ""}`,
    );
  return `
Kartu ASN Virtual, siap dalam ${seconds.toFixed(1)} s (MODE DEMO)

  Situs          ${site}/masuk
  Kotak surat    ${desk}/mailbox
  Kode TOTP      ${desk}/codes
  Contoh foto    ${photos}

Akun demo, kata sandi ${demoPassword}
${accounts.join("\n")}

Ctrl+C menghentikan; keadaan tersimpan di ${home}. Mulai baru: npm start -- --reset
`;
}
