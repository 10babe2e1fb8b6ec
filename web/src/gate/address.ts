/** The page of a gate: it may use the camera, which no other page of officers may (infra/stacks/web-stack.ts). */
export const gatePath = "/petugas/gerbang";
