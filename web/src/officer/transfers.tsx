import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { officer } from "../messages/officer.ts";
import { transfers as text } from "../messages/transfers.ts";
import { ArrivingPeople } from "./arriving-people.tsx";
import { PersonTransfer } from "./person-transfer.tsx";

/** Who may come to the reader's agency; with an id in the address, the way of one person to another one. */
export function Transfers({ id }: { readonly id: string | undefined }) {
  useTitle(text.title);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      <Heading>{text.title}</Heading>
      <p class="lead">{text.lead}</p>
      {id ? <PersonTransfer key={id} id={id} /> : <ArrivingPeople />}
    </div>
  );
}
