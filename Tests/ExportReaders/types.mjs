// A TypeScript program that calls every message of every module, rightly and wrongly: use.ts. A wrong call is
// marked as one that has to be an error, so `tsc` fails where one is let through, and where a right one is not.
// All modules have the same types but for what a translation adds: of most, each message is called once rightly
// and once wrongly.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const right = { number: ["3", "3n", '"0.1"'], date: ['new Date(0)', '"2024-05-01"'], list: ['["a", "b"]'] };
const wrong = { number: "true", date: "true", list: "5", string: "[{}]" };
const kinds = {
  integer: "number", number: "number", percent: "number", currency: "number", unit: "number", offset: "number",
  date: "date", time: "date", datetime: "date", "icu:list": "list",
};

const whole = new Set(["fr", "ar", "pl"]);
const lines = ["// Made by types.mjs."];
let calls = 0;
for (const file of readdirSync("json").sort()) {
  const { locale, messages } = JSON.parse(readFileSync(`json/${file}`, "utf8"));
  const module = `m_${locale.replace(/-/g, "_")}`;
  lines.push(`import * as ${module} from "./esm/${locale}.js";`);
  lines.push(`{ const direction: "ltr" | "rtl" = ${module}.direction; void direction; }`);
  lines.push(`// @ts-expect-error no such message is known\n${module}.messages.get("no.such.key")({});`);
  for (const [key, source] of Object.entries(messages)) {
    const call = `${module}.messages.get(${JSON.stringify(key)})`;
    const args = new Map();
    for (const [, name, , type] of source.matchAll(/\$([\w-]+)( :([\w:]+))?/g)) {
      if (type || !args.has(name)) args.set(name, kinds[type] ?? "string");
    }
    const object = (values) =>
      `{ ${[...values].map(([name, value]) => `${JSON.stringify(name)}: ${value}`).join(", ")} }`;
    const good = [...args].map(([name, kind]) => [name, (right[kind] ?? ['"X"'])[0]]);
    const say = (line, why) => { calls += 1; lines.push(why ? `// @ts-expect-error ${why}\n${line}` : line); };
    say(`{ const text: string = ${call}(${object(good)}); void text; }`);
    if (!whole.has(locale)) {
      const others = good.slice(1);
      if (args.size === 0) say(`${call}(${object([["noSuchArgument", "1"]])});`, "an argument that the message has not");
      else say(`${call}(${object(others)});`, "an argument is missing");
      continue;
    }
    say(`${call}(${object(good)}, { timeZone: "Asia/Tokyo" });`);
    say(`${call}(${object([...good, ["noSuchArgument", "1"]])});`, "an argument that the message has not");
    if (args.size === 0) say(`${call}();`);
    else say(`${call}();`, "no arguments");
    for (const [name, kind] of args) {
      const others = good.filter(([other]) => other !== name);
      say(`${call}(${object(others)});`, "an argument is missing");
      say(`${call}(${object([...others, [name, wrong[kind]]])});`, "an argument of the wrong type");
      for (const value of right[kind] ?? []) say(`${call}(${object([...others, [name, value]])});`);
    }
  }
}
writeFileSync("use.ts", lines.join("\n") + "\n");
writeFileSync("types.json", JSON.stringify({ calls }));
