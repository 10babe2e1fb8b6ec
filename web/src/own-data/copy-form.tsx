import { IdentityForm } from "../account/identity-form.tsx";
import { call } from "../api/member-client.ts";
import { ownData } from "../messages/own-data.ts";
import { saveFile } from "../save-file.ts";
import { useInstantText } from "../session/instant.tsx";
import { ownDataFile } from "./own-data-file.ts";

const text = ownData.copy;

/** Password and code once more; then one file, which the browser saves. */
export function CopyForm({ onTaken }: { onTaken: () => void }) {
  const instantText = useInstantText();
  return (
    <>
      <p>{text.factors}</p>
      <IdentityForm
        about="copy"
        submit={text.take}
        look="button button-quiet"
        send={async (body) => {
          const data = await call("POST /api/account/data", { body });
          const file = new Blob([ownDataFile(data, instantText)], { type: "text/html" });
          saveFile("data-kartu-asn.html", file);
          onTaken();
        }}
      />
    </>
  );
}
