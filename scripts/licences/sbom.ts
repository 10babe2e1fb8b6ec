import { Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import type { Package } from "./packages.ts";

/** The same packages give the same bytes: no serial number, no time. https://cyclonedx.org/docs/1.6/json/ */
export function sbomOf(name: string, packages: readonly Package[]): string {
  const bom = new Models.Bom();
  bom.metadata.component = new Models.Component(Enums.ComponentType.Application, name, {
    bomRef: name,
  });
  for (const each of packages) {
    const purl = `pkg:npm/${each.name.replace("@", "%40")}@${each.version}`;
    const component = new Models.Component(Enums.ComponentType.Library, each.name, {
      version: each.version,
      bomRef: purl,
      purl,
    });
    component.licenses.add(new Models.LicenseExpression(each.licence));
    bom.components.add(component);
  }
  const serializer = new Serialize.JsonSerializer(
    new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6),
  );
  return serializer.serialize(bom, { sortLists: true, space: 2 });
}
