import { totpCode } from "../../cloud/cognito/totp.ts";
import { demoPassword } from "../../demo/demo-login.ts";
import { demoPeople } from "../../demo/people.ts";
import { type ConsolePage, escapeHtml } from "./page.ts";

interface Authenticators {
  readonly softwareTokens: () => readonly { readonly username: string; readonly secret: string }[];
  /** Milliseconds since 1970, the cloud's time. */
  readonly now: () => number;
}

const step = 30_000;

export function codesPage({ softwareTokens, now }: Authenticators): ConsolePage {
  const body = () => {
    const at = now();
    const secrets = new Map(softwareTokens().map(({ username, secret }) => [username, secret]));
    const rows = demoPeople().flatMap(({ employee, role }) => {
      const secret = secrets.get(employee.nip);
      if (!secret) return [];
      const code = totpCode(secret, at);
      return [
        `<tr><td>${escapeHtml(role ?? employee.name)}</td><td>${employee.nip}</td><td class="code">${code}</td></tr>`,
      ];
    });
    const left = Math.ceil((step - (at % step)) / 1000);
    return `<p>Kata sandi semua akun demo: <code>${demoPassword}</code>. Satu kode berlaku satu kali; kode berikutnya dalam ${left} detik.</p>
    <div class="wide" role="region" aria-label="Kode" tabindex="0"><table><thead><tr><th scope="col">Akun</th><th scope="col">NIP</th><th scope="col">Kode</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
  };
  return { path: "/codes", title: "Kode TOTP", isLive: true, body };
}
