import { delimiter } from "node:path";
import type { Credentials } from "../iam/iam.ts";
import type { FunctionDefinition } from "./lambda-function.ts";

/** Variables of this machine that its libraries need. */
const machine = [
  "PATH",
  "SystemRoot",
  "TEMP",
  "TMP",
  "TMPDIR",
  "FONTCONFIG_PATH",
  "NODE_EXTRA_CA_CERTS",
];

/** What a function is told of where it runs. */
interface Surroundings {
  readonly region: string;
  readonly endpoint: string;
  readonly credentials: Credentials;
  /** Replaces addresses of the template by this machine's. */
  readonly translate: (text: string) => string;
}

/**
 * The environment of a function. https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 * Only the endpoint of all services is not set by AWS; the SDK reads it.
 */
export function functionEnvironment(
  { name, memoryMegabytes, codeDirectory, handler, environment }: FunctionDefinition,
  { region, endpoint, credentials, translate }: Surroundings,
): Record<string, string> {
  const settings = Object.entries(environment).map(([key, value]) => [key, translate(value)]);
  const inherited = machine.flatMap((key) => {
    const value = process.env[key];
    return value === undefined ? [] : [[key, value]];
  });
  return {
    ...Object.fromEntries(inherited),
    ...Object.fromEntries(settings),
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL: endpoint,
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: "local",
    AWS_REGION: region,
    LAMBDA_TASK_ROOT: codeDirectory,
    LANG: "en_US.UTF-8",
    NODE_PATH: ["/opt/nodejs/node_modules", "/var/runtime/node_modules"].join(delimiter),
    TZ: ":UTC",
    _HANDLER: handler,
  };
}
