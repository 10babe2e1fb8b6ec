import { useState } from "preact/hooks";
import { IdentityForm } from "../account/identity-form.tsx";
import { call } from "../api/member-client.ts";
import { ownData } from "../messages/own-data.ts";
import { saveFile } from "../save-file.ts";
import { useInstantText } from "../session/instant.tsx";

const text = ownData.copy;

/** A copy of all that is held, after both factors: one file, which the browser saves. */
export function CopySection() {
  const [told, setTold] = useState("");
  const instantText = useInstantText();
  return (
    <section class="panel" aria-labelledby="copy-title">
      <h2 id="copy-title">{text.title}</h2>
      <p>{text.hint}</p>
      <p role="status">{told}</p>
      <details>
        <summary>{text.open}</summary>
        <p>{text.factors}</p>
        <IdentityForm
          about="copy"
          submit={text.take}
          look="button button-quiet"
          send={async (body) => {
            // Before the copy is made and noted: without its words there would be no file.
            const { ownDataFile } = await import("./own-data-file.ts");
            const data = await call("POST /api/account/data", { body });
            const file = new Blob([ownDataFile(data, instantText)], { type: "text/html" });
            saveFile("data-kartu-asn.html", file);
            setTold(text.taken);
          }}
        />
      </details>
    </section>
  );
}
