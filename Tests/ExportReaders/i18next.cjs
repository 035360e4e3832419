// What i18next says for each row of expected.json, and whether it knows keys for ordinals: i18next.json.
const { readFileSync, writeFileSync } = require("node:fs");
const i18next = require("i18next");
const { locales } = JSON.parse(readFileSync("expected.json", "utf8"));
(async () => {
  const probe = i18next.createInstance();
  await probe.init({ lng: "en", resources: { en: { translation: { a_ordinal_two: "known" } } } });
  const ordinals = probe.t("a", { count: 2, ordinal: true }) === "known";
  const texts = {};
  for (const [locale, rows] of Object.entries(locales)) {
    const translation = JSON.parse(readFileSync(`i18next/${locale}/translation.json`, "utf8"));
    const instance = i18next.createInstance();
    await instance.init({
      lng: locale, resources: { [locale]: { translation } }, interpolation: { escapeValue: false } });
    texts[locale] = rows.map(({ key, names, kind, value }) => {
      if (kind === "plural") return instance.t(key, { count: value });
      if (kind === "ordinal") return instance.t(key, { count: value, ordinal: true });
      return instance.t(key, Object.fromEntries(names.map((name) => [name, value])));
    });
  }
  writeFileSync("i18next.json", JSON.stringify({ ordinals, texts }));
})();
