import { issueCard } from "#shared/card/issue-card.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { fromDigits } from "#shared/signed-qr/digits.ts";
import { openSigned } from "#shared/signed-qr/envelope.ts";
import { anEmployee } from "./builders.ts";
import { CardWorld } from "./card-world.ts";
import { aPayloadSigner } from "./payload-signer.ts";

export const siti = anEmployee();

/** A card of this record, by whose signer it is signed when it is drawn. */
export async function signing(employee = siti) {
  const world = new CardWorld(employee);
  const signer = await aPayloadSigner();
  world.signer = signer;
  const change = async (what: Partial<Employee>) => {
    const before = (await world.employees.find(employee.id)) ?? employee;
    const at = world.clock.now();
    const next = revise(before, what, { at, actor: { role: "system" }, action: "changed" });
    if (next) await world.employees.save(next);
  };
  const issue = async () => {
    const outcome = await issueCard(world, employee.id);
    // Its holder looks at it: only then another look, or signature, is drawn beforehand.
    await world.cards.noteView(employee.id, "portrait");
    return outcome;
  };
  const digits = () => world.drawn.map(({ content }) => content.signedDigits);
  const opened = async () => {
    const bytes = fromDigits(digits().at(-1) ?? "") ?? new Uint8Array();
    return await openSigned(bytes, signer.list, world.clock.now());
  };
  const pointer = () => world.cards.find(employee.id);
  return { world, signer, change, issue, digits, opened, pointer };
}
