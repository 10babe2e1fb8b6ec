/** Posts that decide leave in an agency of one story's own. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { AuditTable } from "#shared/audit/audit-table.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { DeciderRuleTable } from "#shared/post/decider-rule-table.ts";
import type { PostId } from "#shared/post/post.ts";
import { PostTable } from "#shared/post/post-table.ts";
import type { Cloud } from "../../../local/cloud/cloud.ts";
import { aRule, lineOfRule } from "../../support/decider-rule-table-contract.ts";
import { aPost, lineOfPost } from "../../support/post-table-contract.ts";

interface Deciders {
  readonly instansiId: string;
  readonly superior: EmployeeId;
  readonly authority: EmployeeId;
}

/** As an officer enters them by hand: a superior, above it who may grant leave. */
export async function leavePosts(
  { client, services }: Pick<Cloud, "client" | "services">,
  { instansiId, superior, authority }: Deciders,
): Promise<void> {
  const { POST_TABLE = "", AUDIT_TABLE = "" } = services.functions.settings();
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(client), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const history = new AuditTable(db, AUDIT_TABLE);
  const idOf = (name: string): PostId => `pst_${name}${instansiId.slice("ins_".length)}`;
  const [head, section] = [idOf("kepala"), idOf("bidang")];
  const posts = new PostTable(db, POST_TABLE, history);
  for (const post of [
    aPost({ instansiId, id: head, title: "Kepala Badan", holder: authority }),
    aPost({ instansiId, id: section, title: "Kepala Bidang", holder: superior, above: head }),
  ])
    await posts.save(post, undefined, lineOfPost(post));
  const rule = aRule({ instansiId, target: "agency", superior: section, ppk: head });
  await new DeciderRuleTable(db, POST_TABLE, history).save(rule, lineOfRule(rule));
}
