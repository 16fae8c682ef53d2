// Holds JSON files against a JSON Schema with ajv, and prints what does not hold.
// node schema.cjs TOOLS SCHEMA FILE...
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");
const [tools, schema, ...files] = process.argv.slice(2);
const need = createRequire(tools + "/");
const ajv = new (need("ajv").default)({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
need("ajv-formats")(ajv);
const valid = ajv.compile(JSON.parse(readFileSync(schema)));
for (const file of files) {
  if (valid(JSON.parse(readFileSync(file)))) continue;
  process.exitCode = 1;
  for (const e of valid.errors) console.log(`${file}:${e.instancePath ?? e.dataPath} ${e.message}`);
}
