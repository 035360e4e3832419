// Formats the cases of a file with the exported modules and prints each that comes out otherwise, as a
// list in JSON: node compare.mjs CASES.json MODULES-FOLDER
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const [casesFile, folder] = process.argv.slice(2);
const revive = (v) =>
  Array.isArray(v) ? v.map(revive)
  : v === null || typeof v !== "object" ? v
  : "$bigint" in v ? BigInt(v.$bigint)
  : "$date" in v ? new Date(v.$date)
  : Object.fromEntries(Object.entries(v).map(([name, each]) => [name, revive(each)]));

const modules = new Map();
const different = [];
let count = 0;
for (const [locale, key, args, expected] of JSON.parse(readFileSync(casesFile, "utf8"))) {
  if (!modules.has(locale)) {
    modules.set(locale, await import(pathToFileURL(resolve(folder, `${locale}.js`))));
  }
  const message = modules.get(locale).messages.get(key);
  const text = message === undefined ? "(not there)" : message(revive(args));
  count += 1;
  if (text !== expected) different.push([locale, key, JSON.stringify(args), expected, text]);
}
console.log(JSON.stringify({ count, icu: process.versions.icu, cldr: process.versions.cldr, different }));
