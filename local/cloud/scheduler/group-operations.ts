import * as z from "zod";
import { operation } from "../kernel/operation.ts";
import type { RestOperation } from "../kernel/rest-json-service.ts";
import { AwsError, type CloudContext } from "../kernel/service.ts";
import { pageOf, paging } from "./page.ts";
import type { ScheduleGroup, Schedules } from "./schedules.ts";

const name = z.string().regex(/^[\w.-]{1,64}$/);
// The SDK always sends one; making or deleting a group again answers the same with or without it.
const clientToken = z.string().optional();

export function groupOperations(
  { authorize }: Pick<CloudContext, "authorize">,
  schedules: Schedules,
) {
  function describe({ name, createdAt }: ScheduleGroup) {
    return {
      Arn: schedules.groupArn(name),
      Name: name,
      State: "ACTIVE",
      CreationDate: createdAt / 1000,
      LastModificationDate: createdAt / 1000,
    };
  }

  return {
    CreateScheduleGroup: {
      at: "POST /schedule-groups/{Name}",
      run: operation(
        z.strictObject({ Name: name, ClientToken: clientToken }),
        ({ Name }, caller) => {
          authorize(caller, "scheduler:CreateScheduleGroup", schedules.groupArn(Name));
          if (schedules.hasGroup(Name)) {
            throw new AwsError("ConflictException", `Schedule group ${Name} already exists.`, {
              status: 409,
            });
          }
          schedules.createGroup(Name);
          return { ScheduleGroupArn: schedules.groupArn(Name) };
        },
      ),
    },

    GetScheduleGroup: {
      at: "GET /schedule-groups/{Name}",
      run: operation(z.strictObject({ Name: name }), ({ Name }, caller) => {
        authorize(caller, "scheduler:GetScheduleGroup", schedules.groupArn(Name));
        return describe(schedules.findGroup(Name));
      }),
    },

    ListScheduleGroups: {
      at: "GET /schedule-groups",
      query: { NamePrefix: "NamePrefix", NextToken: "NextToken", MaxResults: "MaxResults" },
      run: operation(paging, ({ NamePrefix, ...request }, caller) => {
        authorize(caller, "scheduler:ListScheduleGroups", "*");
        const { page, NextToken } = pageOf(schedules.groups(NamePrefix), request);
        return { ScheduleGroups: page.map(describe), NextToken };
      }),
    },

    DeleteScheduleGroup: {
      at: "DELETE /schedule-groups/{Name}",
      query: { clientToken: "ClientToken" },
      run: operation(
        z.strictObject({ Name: name, ClientToken: clientToken }),
        ({ Name }, caller) => {
          authorize(caller, "scheduler:DeleteScheduleGroup", schedules.groupArn(Name));
          schedules.findGroup(Name);
          if (Name === "default") {
            throw new AwsError(
              "ValidationException",
              "The default schedule group cannot be deleted.",
            );
          }
          schedules.deleteGroup(Name);
        },
      ),
    },
  } satisfies Record<string, RestOperation>;
}
