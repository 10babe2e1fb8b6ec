/** `node infra/install-layers.ts`: part of every set-up, so that synthesis works offline afterwards. */
import { installLayers } from "./layers.ts";

await installLayers();
