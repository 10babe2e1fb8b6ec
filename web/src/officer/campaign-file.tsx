import { useRef, useState } from "preact/hooks";
import type { CampaignDetail } from "#shared/campaign/campaign-answers.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { call } from "../api/member-client.ts";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { campaigns } from "../messages/campaigns.ts";
import { exportTexts } from "../messages/export.ts";
import { SelectField } from "./select-field.tsx";
import { Told } from "./told.tsx";

const text = campaigns.file;

/** Has a file made of who has answered and who has not; it comes on the page of all exports. */
export function CampaignFile({ id }: { readonly id: CampaignDetail["id"] }) {
  // The same until it is answered: a request whose answer was lost is not a second file.
  const requestId = useRef<string>(undefined);
  const [told, setTold] = useState<string>();
  return (
    <section class="panel" aria-labelledby="file-title">
      <h2 id="file-title">{text.title}</h2>
      <p class="hint">{text.hint}</p>
      <Form
        title={text.title}
        names={["format"]}
        check={() => []}
        submit={text.submit}
        look="button button-quiet"
        send={async (values) => {
          setTold(undefined);
          requestId.current ??= crypto.randomUUID();
          const format = keysOf(exportTexts.formats).find((each) => each === values.format);
          const body = { requestId: requestId.current, format: format ?? "xlsx" };
          await call("POST /api/requests/campaigns/{id}/export", { params: { id }, body });
          requestId.current = undefined;
          setTold(text.asked);
        }}
      >
        <SelectField
          name="format"
          label={exportTexts.format}
          options={Object.entries(exportTexts.formats)}
          value="xlsx"
        />
      </Form>
      <Told message={told} />
      {told && (
        <p>
          <a href={href("/petugas/ekspor")}>{text.go}</a>
        </p>
      )}
    </section>
  );
}
