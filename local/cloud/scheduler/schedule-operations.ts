import * as z from "zod";
import { operation } from "../kernel/operation.ts";
import type { RestOperation } from "../kernel/rest-json-service.ts";
import { AwsError, type Caller, type CloudContext } from "../kernel/service.ts";
import { pageOf, paging } from "./page.ts";
import { type ScheduleDefinition, type Schedules, scheduleDefinition } from "./schedules.ts";

// The SDK always sends one.
const clientToken = z.string().optional();
const input = scheduleDefinition.extend({ ClientToken: clientToken });
const named = z.strictObject({ Name: z.string(), GroupName: z.string().default("default") });

export function scheduleOperations(
  { authorize }: Pick<CloudContext, "authorize">,
  schedules: Schedules,
) {
  /** Who makes a schedule hands it a role, and must be allowed both. */
  function authorizeWrite(caller: Caller, action: string, definition: ScheduleDefinition): void {
    authorize(caller, action, schedules.arn(definition));
    authorize(caller, "iam:PassRole", definition.Target.RoleArn, {
      "iam:PassedToService": "scheduler.amazonaws.com",
    });
  }

  return {
    CreateSchedule: {
      at: "POST /schedules/{Name}",
      run: operation(input, ({ ClientToken, ...definition }, caller) => {
        authorizeWrite(caller, "scheduler:CreateSchedule", definition);
        const existing = schedules.get(definition.GroupName, definition.Name);
        const repeated =
          existing && ClientToken !== undefined && existing.clientToken === ClientToken;
        if (existing && !repeated) {
          throw new AwsError("ConflictException", `Schedule ${definition.Name} already exists.`, {
            status: 409,
          });
        }
        if (!existing) schedules.put(definition, ClientToken);
        return { ScheduleArn: schedules.arn(definition) };
      }),
    },

    UpdateSchedule: {
      at: "PUT /schedules/{Name}",
      run: operation(input, ({ ClientToken, ...definition }, caller) => {
        authorizeWrite(caller, "scheduler:UpdateSchedule", definition);
        schedules.find(definition.GroupName, definition.Name);
        schedules.put(definition, ClientToken);
        return { ScheduleArn: schedules.arn(definition) };
      }),
    },

    GetSchedule: {
      at: "GET /schedules/{Name}",
      query: { groupName: "GroupName" },
      run: operation(named, ({ Name, GroupName }, caller) => {
        const arn = schedules.arn({ Name, GroupName });
        authorize(caller, "scheduler:GetSchedule", arn);
        const { definition, createdAt, modifiedAt } = schedules.find(GroupName, Name);
        return {
          ...definition,
          Arn: arn,
          CreationDate: createdAt / 1000,
          LastModificationDate: modifiedAt / 1000,
        };
      }),
    },

    DeleteSchedule: {
      at: "DELETE /schedules/{Name}",
      query: { groupName: "GroupName", clientToken: "ClientToken" },
      run: operation(named.extend({ ClientToken: clientToken }), ({ Name, GroupName }, caller) => {
        authorize(caller, "scheduler:DeleteSchedule", schedules.arn({ Name, GroupName }));
        schedules.delete(schedules.find(GroupName, Name).definition);
      }),
    },

    ListSchedules: {
      at: "GET /schedules",
      query: {
        ScheduleGroup: "GroupName",
        NamePrefix: "NamePrefix",
        State: "State",
        NextToken: "NextToken",
        MaxResults: "MaxResults",
      },
      run: operation(
        paging.extend({
          GroupName: z.string().optional(),
          State: z.enum(["ENABLED", "DISABLED"]).optional(),
        }),
        ({ GroupName, NamePrefix, State, ...request }, caller) => {
          authorize(caller, "scheduler:ListSchedules", "*");
          const found = schedules
            .list(GroupName)
            .filter(
              ({ definition }) =>
                definition.Name.startsWith(NamePrefix) &&
                (State === undefined || definition.State === State),
            );
          const { page, NextToken } = pageOf(found, request);
          return {
            Schedules: page.map(({ definition, createdAt, modifiedAt }) => ({
              Arn: schedules.arn(definition),
              Name: definition.Name,
              GroupName: definition.GroupName,
              State: definition.State,
              CreationDate: createdAt / 1000,
              LastModificationDate: modifiedAt / 1000,
              Target: { Arn: definition.Target.Arn },
            })),
            NextToken,
          };
        },
      ),
    },
  } satisfies Record<string, RestOperation>;
}
