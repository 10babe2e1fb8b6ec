import { transfers as text } from "../messages/transfers.ts";
import { ArrivingPeople } from "./arriving-people.tsx";
import { PersonTransfer } from "./person-transfer.tsx";

/** Who may come to the reader's agency; with an id, the way of one person to another one. */
export function Transfers({ id }: { readonly id: string | undefined }) {
  return (
    <>
      <p class="lead">{text.lead}</p>
      {id ? <PersonTransfer key={id} id={id} /> : <ArrivingPeople />}
    </>
  );
}
