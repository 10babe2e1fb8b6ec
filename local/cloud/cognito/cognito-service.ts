/** Amazon Cognito user pools: their JSON API and the documents their tokens are verified with. */
import { randomInt } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { jsonService, send } from "../kernel/json-service.ts";
import type { CloudContext, Service } from "../kernel/service.ts";
import { adminUserOperations } from "./admin-users.ts";
import { clientOperations, ensureClient } from "./clients.ts";
import { type CognitoOptions, createDependencies, type Dependencies } from "./dependencies.ts";
import { adminResetPasswordOperations, forgotPasswordOperations } from "./forgot-password.ts";
import { adminInitiateAuthOperations, initiateAuthOperations } from "./initiate-auth.ts";
import { listUserOperations } from "./list-users.ts";
import { authorized, type Operations } from "./operation.ts";
import { ensurePool, poolOperations } from "./pools.ts";
import { defaultQuotas, RequestQuotas } from "./quotas.ts";
import { refreshTokenOperations } from "./refresh-tokens.ts";
import { adminRespondOperations, respondOperations } from "./respond-to-challenge.ts";
import { adminSignOutOperations, selfServiceOperations } from "./self-service.ts";
import { adminSoftwareTokenOperations, softwareTokenOperations } from "./software-tokens.ts";
import { issuer } from "./tokens.ts";
import type { SoftwareToken } from "./user.ts";

/** The service, with what the embedded cloud does to it from inside. */
export interface CognitoService extends Service {
  /** Makes or redefines a pool under a fixed id ("REGION_name") from CreateUserPool's input (+ EnabledMfas). */
  ensurePool(id: string, definition: object): { arn: string };
  /** Makes or redefines an app client under a fixed id from CreateUserPoolClient's input without UserPoolId. */
  ensureClient(id: string, poolId: string, definition: object): { secret: string | undefined };
  /** Every user's TOTP secret (base32) and last used time step, for who shows or types the demo accounts' codes. */
  softwareTokens(): ({ username: string } & SoftwareToken)[];
}

const published = /^\/([\w-]+)\/\.well-known\/(jwks\.json|openid-configuration)$/;

/** Long: a closure, of which each function fits a screen. */
export function createCognito(
  context: CloudContext,
  { makeCode = sixDigits, ...options }: CognitoOptions,
): CognitoService {
  const dependencies = createDependencies(context, { ...options, makeCode });
  const { quotas = defaultQuotas } = options;
  const counted = (all: Operations) =>
    quotas === "none" ? all : new RequestQuotas(context.clock, quotas).limit(all);
  // AWS does not evaluate IAM for these: they prove themselves with a client secret, a session or a token.
  const unsigned = {
    ...initiateAuthOperations(dependencies),
    ...respondOperations(dependencies),
    ...refreshTokenOperations(dependencies),
    ...softwareTokenOperations(dependencies),
    ...forgotPasswordOperations(dependencies),
    ...selfServiceOperations(dependencies),
  };
  const signed = authorized(context, {
    ...poolOperations(dependencies),
    ...clientOperations(dependencies),
    ...adminUserOperations(dependencies),
    ...listUserOperations(dependencies),
    ...adminInitiateAuthOperations(dependencies),
    ...adminRespondOperations(dependencies),
    ...adminSoftwareTokenOperations(dependencies),
    ...adminResetPasswordOperations(dependencies),
    ...adminSignOutOperations(dependencies),
  });
  const api = jsonService(context, {
    name: "cognito-idp",
    targets: ["AWSCognitoIdentityProviderService"],
    contentType: "application/x-amz-json-1.1",
    operations: counted({ ...unsigned, ...signed }),
    unsigned: new Set(Object.keys(unsigned)),
  });
  return {
    ...api,
    takesUnsigned: (request) =>
      publishedDocument(request) !== undefined || api.takesUnsigned?.(request) === true,
    async handle(request, response) {
      const document = publishedDocument(request);
      if (document) publish(dependencies, document, response);
      else await api.handle(request, response);
    },
    ensurePool: (id, definition) => ensurePool(dependencies, id, definition),
    ensureClient: (id, poolId, definition) => ensureClient(dependencies, id, poolId, definition),
    softwareTokens: () => softwareTokens(dependencies),
  };
}

interface PublishedDocument {
  readonly poolId: string;
  readonly name: string;
}

function publishedDocument({ method, url }: IncomingMessage): PublishedDocument | undefined {
  const [, poolId, name] = (method === "GET" && published.exec(url ?? "")) || [];
  return poolId && name ? { poolId, name } : undefined;
}

function publish(
  { directory, keys }: Dependencies,
  { poolId, name }: PublishedDocument,
  response: ServerResponse,
): void {
  if (!directory.hasPool(poolId)) {
    send(response, 404, { message: `User pool ${poolId} does not exist.` }, "application/json");
    return;
  }
  const base = issuer(poolId);
  const configuration = {
    issuer: base,
    jwks_uri: `${base}/.well-known/jwks.json`,
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code", "token"],
    scopes_supported: ["openid", "email", "phone", "profile"],
    subject_types_supported: ["public"],
  };
  send(response, 200, name === "jwks.json" ? keys.jwks(poolId) : configuration, "application/json");
}

function softwareTokens({ directory }: Dependencies): ({ username: string } & SoftwareToken)[] {
  const users = directory.pools().flatMap(({ id }) => directory.users(id));
  return users.flatMap(({ username, softwareToken }) =>
    softwareToken ? [{ username, ...softwareToken }] : [],
  );
}

function sixDigits(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}
