import { useState } from "preact/hooks";
import type { Face } from "#shared/card/card-content.ts";
import type { TemplateAnswer } from "#shared/card/template-answer.ts";
import { fileAddress } from "../api/client.ts";
import { operator as text } from "../messages/operator.ts";
import { SelectField } from "../officer/select-field.tsx";
import { SpecimenFace } from "./specimen-face.tsx";

const faces = [
  ["front-landscape", "landscape"],
  ["back-landscape", "landscape"],
  ["front-portrait", "portrait"],
  ["back-portrait", "portrait"],
] as const satisfies readonly (readonly [Face, "landscape" | "portrait"])[];

const titles: Readonly<Record<string, string>> = text.cards;
/** The twelve extreme cards in the look of an agency. */
export function Specimens({ template }: { template: TemplateAnswer }) {
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
