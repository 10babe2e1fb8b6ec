import * as z from "zod";
import { operation } from "../kernel/operation.ts";
import type { RestOperation } from "../kernel/rest-json-service.ts";
import { AwsError, type CloudContext } from "../kernel/service.ts";
import { badRequest, type Identities, type Identity } from "./identities.ts";

const named = z.strictObject({ EmailIdentity: z.string().min(1) });

/**
 * Identities as SES's clients see them. One that is created here waits for its owner, as on AWS.
 * Long: a closure, of which each function fits a screen.
 */
export function identityOperations(
  { authorize }: Pick<CloudContext, "authorize">,
  identities: Identities,
) {
  return {
    CreateEmailIdentity: {
      at: "POST /v2/email/identities",
      run: operation(
        named.extend({ ConfigurationSetName: z.string().optional() }),
        ({ EmailIdentity: name, ConfigurationSetName: configurationSet }, caller) => {
          authorize(caller, "ses:CreateEmailIdentity", identities.arn(name));
          if (!/^([^\s@]+@)?[\w-]+(\.[\w-]+)+$/.test(name))
            throw badRequest("Invalid email address or domain.");
          if (identities.get(name)) {
            throw new AwsError("AlreadyExistsException", `Email identity ${name} already exist.`);
          }
          const identity = { name, verified: false, configurationSet };
          identities.save(identity);
          const { IdentityType, VerifiedForSendingStatus, DkimAttributes } = describe(identity);
          return { IdentityType, VerifiedForSendingStatus, DkimAttributes };
        },
      ),
    },

    GetEmailIdentity: {
      at: "GET /v2/email/identities/{EmailIdentity}",
      run: operation(named, ({ EmailIdentity: name }, caller) => {
        authorize(caller, "ses:GetEmailIdentity", identities.arn(name));
        return describe(identities.find(name));
      }),
    },

    ListEmailIdentities: {
      at: "POST /v2/email/list-identities",
      run: operation(
        z.strictObject({
          PageSize: z.int().min(1).max(1000).default(100),
          NextToken: z.string().default(""),
        }),
        ({ PageSize, NextToken }, caller) => {
          authorize(caller, "ses:ListEmailIdentities", "*");
          const rest = identities.all().filter(({ name }) => name > NextToken);
          const page = rest.slice(0, PageSize);
          return {
            EmailIdentities: page.map((identity) => ({
              IdentityType: typeOf(identity),
              IdentityName: identity.name,
              SendingEnabled: identity.verified,
              VerificationStatus: statusOf(identity),
            })),
            ...(rest.length > page.length ? { NextToken: page.at(-1)?.name } : {}),
          };
        },
      ),
    },

    DeleteEmailIdentity: {
      at: "DELETE /v2/email/identities/{EmailIdentity}",
      run: operation(named, ({ EmailIdentity: name }, caller) => {
        authorize(caller, "ses:DeleteEmailIdentity", identities.arn(name));
        identities.delete(identities.find(name).name);
      }),
    },
  } satisfies Record<string, RestOperation>;
}

function describe(identity: Identity) {
  return {
    IdentityType: typeOf(identity),
    FeedbackForwardingStatus: true,
    VerifiedForSendingStatus: identity.verified,
    VerificationStatus: statusOf(identity),
    DkimAttributes: {
      SigningEnabled: typeOf(identity) === "DOMAIN",
      Status: typeOf(identity) === "DOMAIN" ? statusOf(identity) : "NOT_STARTED",
    },
    ConfigurationSetName: identity.configurationSet,
  };
}

function typeOf({ name }: Identity): "EMAIL_ADDRESS" | "DOMAIN" {
  return name.includes("@") ? "EMAIL_ADDRESS" : "DOMAIN";
}

function statusOf({ verified }: Identity): "SUCCESS" | "PENDING" {
  return verified ? "SUCCESS" : "PENDING";
}
