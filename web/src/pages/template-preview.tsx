import { useState } from "preact/hooks";
import type { Face } from "#shared/card/card-content.ts";
import type { TemplateAnswer } from "#shared/card/template-answer.ts";
import { fileAddress } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { common } from "../messages/common.ts";
import { operator as text } from "../messages/operator.ts";
import { SelectField } from "../officer/select-field.tsx";
import { SpecimenFace } from "../operator/specimen-face.tsx";

const faces = [
  ["front-landscape", "landscape"],
  ["back-landscape", "landscape"],
  ["front-portrait", "portrait"],
  ["back-portrait", "portrait"],
] as const satisfies readonly (readonly [Face, "landscape" | "portrait"])[];

const titles: Readonly<Record<string, string>> = text.cards;
const read = () => call("GET /api/operator/template");

/** What an operator looks at before cards are redrawn: the names that break layouts, in the look of each agency. */
export function TemplatePreviewPage() {
  useTitle(common.pages.templatePreview);
  const { data, failure, reload } = useLoad(read);
  return (
    <>
      <Heading>{common.pages.templatePreview}</Heading>
      <p class="lead">{text.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Specimens template={data} />}
    </>
  );
}

function Specimens({ template }: { template: TemplateAnswer }) {
  const { agencies, cards, templateVersion } = template;
  const [agency, setAgency] = useState("");
  return (
    <>
      <p>{text.version(templateVersion)}</p>
      <SelectField
        name="agency"
        label={text.agency}
        options={[
          ["", text.usual],
          ...agencies.map(({ instansiId, name }) => [instansiId, name] as const),
        ]}
        value={agency}
        onChoose={setAgency}
      />
      {cards.map((card) => (
        <Specimen key={card} card={card} agency={agency} />
      ))}
    </>
  );
}

function Specimen({ card, agency }: { card: string; agency: string }) {
  const title = titles[card] ?? card;
  return (
    <section>
      <h2>{title}</h2>
      <div class="specimen">
        {faces.map(([face, shape]) => {
          const address = fileAddress("GET /api/operator/template/faces/{face}", {
            params: { face },
            query: { card, agency: agency || undefined },
          });
          const alt = text.faceAlt(title, text.faces[face]);
          return <SpecimenFace key={address} src={address} alt={alt} shape={shape} />;
        })}
      </div>
    </section>
  );
}
