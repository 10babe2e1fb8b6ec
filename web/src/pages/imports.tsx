import { Heading } from "../components/heading.tsx";
import { NewImport } from "../import/new-import.tsx";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { officer } from "../messages/officer.ts";

/** A petugas of the whole agency brings in a file of its people. */
export function ImportsPage() {
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      <Heading>{common.pages.imports}</Heading>
      <NewImport />
    </div>
  );
}
