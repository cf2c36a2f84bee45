// Shows the contract the server serves.
const place = document.getElementById("contract");

function element(tag, ...children) {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

function code(text) {
  return element("code", text);
}

function table(heads, rows) {
  const head = element("tr", ...heads.map((text) => element("th", text)));
  const body = rows.map((cells) => element("tr", ...cells.map((cell) => element("td", cell))));
  return element("table", element("thead", head), element("tbody", ...body));
}

function typeOf(schema) {
  if (schema.$ref) {
    return schema.$ref.split("/").at(-1);
  }
  const types = [schema.type ?? ""].flat().join(" or ");
  const items = schema.items ? ` of ${typeOf(schema.items)}` : "";
  const values = schema.enum ? `: ${schema.enum.join(", ")}` : "";
  return types + items + values;
}

function bodies(content = {}) {
  return Object.entries(content).flatMap(([type, { schema, examples }]) => [
    element("p", code(type), schema ? ` ${typeOf(schema)}` : ""),
    ...Object.values(examples ?? {}).map((one) => element("pre", JSON.stringify(one.value, null, 2))),
  ]);
}

function operation(path, method, described) {
  const parts = [
    element("h2", code(`${method.toUpperCase()} ${path}`)),
    element("p", described.description ?? described.summary),
  ];
  if (described.parameters) {
    const rows = described.parameters.map((one) => [
      code(one.name),
      `${one.in}, ${typeOf(one.schema)}`,
      one.description,
    ]);
    parts.push(table(["Parameter", "Where", "Meaning"], rows));
  }
  if (described.requestBody) {
    parts.push(element("h3", "Body"), ...bodies(described.requestBody.content));
  }
  parts.push(element("h3", "Answers"));
  for (const [status, one] of Object.entries(described.responses)) {
    const text = one.$ref ? one.$ref.split("/").at(-1) : one.description;
    parts.push(element("p", code(status), ` ${text}`), ...bodies(one.content));
  }
  return element("section", ...parts);
}

function schema(name, described) {
  const rows = Object.entries(described.properties ?? {}).map(([property, one]) => [
    code(property),
    typeOf(one),
    one.description ?? "",
  ]);
  return element(
    "section",
    element("h3", name),
    element("p", described.description ?? ""),
    table(["Field", "Type", "Meaning"], rows),
  );
}

try {
  const response = await fetch("/openapi.json");
  const contract = await response.json();
  for (const [path, methods] of Object.entries(contract.paths)) {
    for (const [method, described] of Object.entries(methods)) {
      place.append(operation(path, method, described));
    }
  }
  place.append(element("h2", "Schemas"));
  for (const [name, described] of Object.entries(contract.components.schemas)) {
    place.append(schema(name, described));
  }
} catch {
  place.append(element("p", "The contract could not be read. Try again in a moment."));
}
