/// The objects of a manifest and the fields that each may have; `site.schema.json` says the same.
struct ManifestFields: Hashable, Sendable {
  /// The object in a sentence.
  let what: String
  /// The object's definition in the schema, or nil for the manifest itself.
  let definition: String?
  let names: [String]

  static let manifest = ManifestFields(
    what: "the manifest", definition: nil,
    names: [
      "$schema", "source", "baseURL", "entries", "fallbacks", "negotiation", "coverage",
      "severities", "suppressions", "catalogs",
    ])
  static let entry = ManifestFields(
    what: "an entry", definition: "entry",
    names: ["default", "locale", "label", "hreflang", "endonym", "aliases", "note"])
  static let negotiation = ManifestFields(
    what: "`negotiation`", definition: "negotiation", names: ["denials"])
  static let denial = ManifestFields(
    what: "a denial", definition: "denial", names: ["from", "to", "reason"])
  static let coverage = ManifestFields(
    what: "`coverage`", definition: "coverage",
    names: ["minimum", "hideBelow", "offered", "locales", "requireComplete"])
  static let severity = ManifestFields(
    what: "a severity", definition: "severity", names: ["rule", "severity", "locales", "keys"])
  static let suppression = ManifestFields(
    what: "a suppression", definition: "suppression", names: ["rule", "key", "locale", "reason"])

  static let catalogs = ManifestFields(
    what: "`catalogs`", definition: "catalogs", names: ["files", "format"])

  static let all = [
    manifest, entry, negotiation, denial, coverage, severity, suppression, catalogs,
  ]
}
