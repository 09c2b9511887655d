// What can stand at a place of a rubric: keys and values from its JSON Schema, ids that other
// rubrics of the kind use, and the operators of the phrase language.
const OPERATORS = [
  ["~5 ", "near", "both, in any order, with at most 5 other words between: retry ~4 backoff"],
  [">5 ", "then", "in this order, with at most 5 other words between: moved >6 replica"],
  ["& ", "same sentence", "all parts in one sentence, in any order: limit & per (user|key)"],
  ["(a|b)", "one of several", "(client|user|tenant) id"],
  ["(a)? ", "there or not", "fail (wide)? open"],
  ["<n> ", "any number", "<n> ms finds 50 ms and 1,200 ms"],
  ["=", "this spelling only", "=Go does not find goes"],
  ["*", "begins so, behind the letters of a word", "idempot* finds idempotent and idempotency"],
];
const LINE = /^( *)((?:- +)*)(?:([A-Za-z0-9_]+):(?: +(.*))?)?/;

function parts(line) {
  const [, spaces, marks, key, value] = LINE.exec(line);
  return { outer: spaces.length, inner: spaces.length + marks.length, item: marks !== "", key, value };
}

/** The keys that lead to a line of a YAML text, from the outermost one. */
export function pathAt(lines, row) {
  const path = [];
  const start = parts(lines[row]);
  let limit = start.item ? start.outer : start.inner;
  let ofList = start.item;
  for (let r = row - 1; r >= 0; r--) {
    if (/^\s*(#|$)/.test(lines[r])) continue;
    const line = parts(lines[r]);
    if (line.key && line.value === undefined && (line.inner < limit || (ofList && line.inner === limit))) {
      path.unshift(line.key);
      limit = line.item ? line.outer : line.inner;
      ofList = line.item;
    } else if (!ofList && line.item && line.inner === limit) {
      limit = line.outer;
      ofList = true;
    }
  }
  return path;
}

function schemaAt(schema, path) {
  const open = (node) => {
    let at = node;
    while (at && (at.$ref || at.items)) {
      at = at.$ref ? schema.$defs[at.$ref.split("/").pop()] : at.items;
    }
    return at;
  };
  return path.reduce((node, key) => open(node?.properties?.[key]), open(schema));
}

/** What is offered at a place: objects with value, meta and doc. */
export function wordsAt(schema, criteria, lines, row, before) {
  const path = pathAt([...lines.slice(0, row), before], row);
  const { key, value } = parts(before);
  const node = schemaAt(schema, path);
  if (key && value !== undefined) {
    if (key === "id" && path.at(-1) === "criteria") {
      return criteria.map((id) => ({ value: id, meta: "criterion", doc: "Used in other rubrics of this kind." }));
    }
    const wanted = node?.properties?.[key];
    const choices = wanted?.enum ?? wanted?.items?.enum ?? (wanted?.type === "boolean" ? ["true", "false"] : []);
    return choices.map((choice) => ({ value: choice, meta: key, doc: wanted.description ?? "" }));
  }
  if (path.at(-1) === "phrases" || path.at(-1) === "unless") {
    return OPERATORS.map(([text, meta, doc]) => ({ value: text, meta, doc }));
  }
  return Object.entries(node?.properties ?? {}).map(([name, about]) => ({
    value: about.type === "array" || about.type === "object" ? `${name}:` : `${name}: `,
    meta: node.required?.includes(name) ? "needed" : "key",
    doc: about.description ?? "",
  }));
}
