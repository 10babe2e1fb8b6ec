/** The campaign that an address names; undefined when there is none. */
export function campaignIn(text = ""): `cmp_${string}` | undefined {
  const [prefix, rest] = text.split("_");
  return prefix === "cmp" && rest ? `cmp_${rest}` : undefined;
}

/** …the person. */
export function personIn(text = ""): `emp_${string}` | undefined {
  const [prefix, rest] = text.split("_");
  return prefix === "emp" && rest ? `emp_${rest}` : undefined;
}
