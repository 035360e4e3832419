// What each message says in Node, by locale: expected.json. Texts have "X" for each argument, plurals and
// ordinals are asked with numbers that reach every form, selections with words. What a library would
// have to format by rules of its own (dates, currencies, lists) is not compared.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const numbers = [0, 1, 2, 3, 5, 11, 21, 100, 1000000];

function kindOf(source, names) {
  if (!/\{\$[\w-]+ :|\.input|\.local|\.match/.test(source)) return "text";
  if (names.length !== 1) return null;
  const start = /^\.input \{\$\w+ :(integer|number select=ordinal|string)\}\s*\.match \$\w+\s/.exec(source);
  return start && { integer: "plural", "number select=ordinal": "ordinal", string: "select" }[start[1]];
}

const expected = {};
for (const file of readdirSync("json")) {
  const bundle = JSON.parse(readFileSync(`json/${file}`, "utf8"));
  const { messages } = await import(`${process.cwd()}/esm/${bundle.locale}.js`);
  const plain = new Intl.NumberFormat(bundle.locale);
  const cardinal = new Intl.PluralRules(bundle.locale);
  const rows = (expected[bundle.locale] = []);
  for (const [key, source] of Object.entries(bundle.messages)) {
    const names = [...new Set([...source.matchAll(/\$([\w-]+)/g)].map((match) => match[1]))];
    const kind = kindOf(source, names);
    if (!kind) continue;
    const words = [...source.matchAll(/(?:^|\s)(\w+) \{\{/g)].map((match) => match[1]);
    const values = { text: ["X"], select: [...words, "X"] }[kind] ?? numbers;
    for (const value of values) {
      const args = Object.fromEntries(names.map((name) => [name, value]));
      const isNumber = typeof value === "number";
      rows.push({
        key, names, kind, value,
        shown: isNumber ? plain.format(value) : value,
        category: isNumber ? cardinal.select(value) : null,
        exact: [...new Set(words.filter((word) => /^\d+$/.test(word)))].sort(),
        text: messages.get(key)(args).replace(/[\u2066-\u2069]/g, ""),
        hasMarkup: /\{[#/]/.test(source),
      });
    }
  }
}
writeFileSync("expected.json", JSON.stringify({ cldr: process.versions.cldr, locales: expected }));
