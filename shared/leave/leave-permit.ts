/** The Surat Izin Cuti of a leave that was given: who has it and who gave it, as both were at that moment (services.md 1.5, decision 0120). */
import * as z from "zod";
import type { Documents, Papers } from "#shared/document/document.ts";
import { dayOf, type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { actingIn } from "#shared/post/post.ts";
import type { Posts } from "#shared/post/posts.ts";
import { signatureLine, signatureLines } from "#shared/post/signature-block.ts";
import { numberOf, type Request } from "#shared/request/request.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";

/** All that the paper says beside the leave itself: later changes of records and posts are not in it. */
export const leavePermit = z.strictObject({
  /** "2026-12-01", of the decision. */
  day: z.string(),
  instansi: z.string(),
  name: z.string(),
  nip: z.string(),
  jabatan: z.string(),
  unitKerja: z.string(),
  signer: z.strictObject({
    /** In which post and form: «Plh. Kepala BKPSDM». */
    post: z.string(),
    name: z.string(),
    nip: z.string(),
  }),
});
export type LeavePermit = z.infer<typeof leavePermit>;

/** As whoever checks it reads. */
const permitKind = "Surat Izin Cuti";

interface GivePermit {
  readonly posts: Pick<Posts, "findAll">;
  readonly employees: Pick<Employees, "find">;
  readonly clock: Clock;
}

/** @param by who gave it @returns nothing where no post of the last step is theirs any more */
export async function permitFor(
  api: GivePermit,
  {
    person,
    request,
    by,
  }: { readonly person: Employee; readonly request: Request; readonly by: EmployeeId },
): Promise<LeavePermit | undefined> {
  const { post, above } = request.chain.at(-1) ?? {};
  const ids = [post, above].filter((each) => each !== undefined);
  const [posts, signer] = await Promise.all([api.posts.findAll(ids), api.employees.find(by)]);
  const day = dayOf(person, api.clock.now());
  const found = ids.flatMap((id) => {
    const known = posts.get(id);
    const acting = known && actingIn(known, day);
    return known && acting?.person === by ? [{ title: known.title, form: acting.form }] : [];
  });
  const [signing] = found;
  if (!signing || !signer) return undefined;
  const { title, form } = signing;
  const lines = signatureLines({ title, onBehalf: [], ...(form && { form }) });
  const { jabatan, unitKerja, instansi } = person;
  return {
    ...{ day, instansi, name: fullName(person), nip: groupNip(person.nip), jabatan, unitKerja },
    signer: {
      ...{ post: signatureLine(lines), name: fullName(signer), nip: groupNip(signer.nip) },
    },
  };
}

/** By which its papers are withdrawn together. */
export function permitPapers(request: Pick<Request, "id">): Papers {
  return { kind: permitKind, number: numberOf(request) };
}

interface WithdrawPermit {
  readonly documents: Pick<Documents, "revokedAt" | "revoking">;
  readonly clock: Clock;
}

/** The write that withdraws it, for the transaction of what ends the leave; none where it is withdrawn already. */
export async function withdrawingPermit(
  { documents, clock }: WithdrawPermit,
  request: Pick<Request, "id" | "person">,
): Promise<readonly JoinedWrite[]> {
  const papers = permitPapers(request);
  if ((await documents.revokedAt(papers)) !== undefined) return [];
  const revokedAt = clock.now().toISOString();
  return [documents.revoking({ ...papers, personId: request.person, revokedAt })];
}
