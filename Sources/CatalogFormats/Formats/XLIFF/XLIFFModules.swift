/// What the elements and attributes of XLIFF 2's modules may hold (XLIFF 2.1, section 5).
///
/// A module is a namespace. What its own schema says stands here as a table; what its constraints say of
/// several attributes or elements at once is in ``XLIFFModuleValidation``.
final class XLIFFModule: Sendable {
  /// The prefix that everybody knows it by.
  let prefix: String
  let elements: [String: XLIFFSchema.Element]
  /// The core's elements that its outermost elements stand in.
  let places: [String: Set<String>]
  /// Its attributes on the core's elements.
  let attributes: [String: XLIFFSchema.Value]
  /// Elements in whose reach the identifiers of others are unique.
  let unique: [String: Set<String>]

  private init(
    prefix: String, elements: [String: XLIFFSchema.Element], places: [String: Set<String>],
    attributes: [String: XLIFFSchema.Value] = [:], unique: [String: Set<String>] = [:]
  ) {
    self.prefix = prefix
    self.elements = elements
    self.places = places
    self.attributes = attributes
    self.unique = unique
  }

  static let namespaces: [String: XLIFFModule] = [
    "matches:2.0": matches, "glossary:2.0": glossary, "metadata:2.0": metadata,
    "resourcedata:2.0": resources, "changetracking:2.0": changes, "changetracking:2.1": changes,
    "sizerestriction:2.0": sizes, "validation:2.0": rules, "fs:2.0": styles,
  ]

  /// The module of a namespace.
  static func of(_ namespace: String) -> XLIFFModule? {
    guard namespace.hasPrefix(XLIFFSchema.moduleNamespace) else { return nil }
    return namespaces[String(namespace.dropFirst(XLIFFSchema.moduleNamespace.count))]
  }

  private static let everywhere: Set<String> = ["xliff", "file", "group", "unit"]

  private static let matches = XLIFFModule(
    prefix: "mtc",
    elements: [
      "matches": XLIFFSchema.Element(
        attributes: [:], children: ["match"], requiredChildren: ["match"]),
      "match": XLIFFSchema.Element(
        attributes: [
          "id": .token, "matchQuality": .percentage, "matchSuitability": .percentage,
          "origin": .text, "ref": .text, "reference": .yesNo, "similarity": .percentage,
          "subType": .prefixed, "type": .matchType,
        ], required: ["ref"], coreChildren: ["originalData", "source", "target"],
        single: ["originalData", "source", "target"],
        requiredChildren: ["source", "target"], isOpen: true, holdsOthers: true),
    ], places: ["matches": ["unit"]], unique: ["matches": ["match"]])

  private static let glossary = XLIFFModule(
    prefix: "gls",
    elements: [
      "glossary": XLIFFSchema.Element(
        attributes: [:], children: ["glossEntry"], requiredChildren: ["glossEntry"]),
      "glossEntry": XLIFFSchema.Element(
        attributes: ["id": .token, "ref": .text], children: ["term", "translation", "definition"],
        single: ["term"], requiredChildren: ["term"], isOpen: true, holdsOthers: true),
      "term": XLIFFSchema.Element(
        attributes: ["source": .text], isOpen: true, holdsText: true),
      "translation": XLIFFSchema.Element(
        attributes: ["id": .token, "ref": .text, "source": .text], isOpen: true, holdsText: true),
      "definition": XLIFFSchema.Element(
        attributes: ["source": .text], isOpen: true, holdsText: true),
    ], places: ["glossary": ["unit"]], unique: ["glossary": ["glossEntry", "translation"]])

  private static let metadata = XLIFFModule(
    prefix: "mda",
    elements: [
      "metadata": XLIFFSchema.Element(
        attributes: ["id": .token], children: ["metaGroup"], requiredChildren: ["metaGroup"]),
      "metaGroup": XLIFFSchema.Element(
        attributes: ["id": .token, "category": .text, "appliesTo": .metadataTarget],
        // The official suite has a valid file with the core's `meta`.
        children: ["metaGroup", "meta"], coreChildren: ["meta"]),
      "meta": XLIFFSchema.Element(
        attributes: ["type": .text], required: ["type"], holdsText: true),
    ], places: ["metadata": everywhere], unique: ["metadata": ["metaGroup"]])

  private static let resources = XLIFFModule(
    prefix: "res",
    elements: [
      "resourceData": XLIFFSchema.Element(
        attributes: [:], children: ["resourceItem", "resourceItemRef"]),
      "resourceItemRef": XLIFFSchema.Element(
        attributes: ["id": .token, "ref": .token], required: ["ref"], isOpen: true),
      "resourceItem": XLIFFSchema.Element(
        attributes: ["id": .token, "mimeType": .text, "context": .yesNo],
        children: ["source", "target", "reference"], isOpen: true),
      "source": resourceText, "target": resourceText,
      "reference": XLIFFSchema.Element(
        attributes: ["href": .text, "xml:lang": .language], required: ["href"], isOpen: true),
    ], places: ["resourceData": ["file", "unit"]],
    unique: ["resourceData": ["resourceItem", "resourceItemRef"]])

  private static let resourceText = XLIFFSchema.Element(
    attributes: ["href": .text, "xml:lang": .language], coreChildren: ["source", "target"],
    isOpen: true, holdsOthers: true, holdsText: true)

  private static let changes = XLIFFModule(
    prefix: "ctr",
    elements: [
      "changeTrack": XLIFFSchema.Element(
        attributes: [:], children: ["revisions"], requiredChildren: ["revisions"]),
      "revisions": XLIFFSchema.Element(
        attributes: ["appliesTo": .token, "ref": .token, "currentVersion": .token],
        required: ["appliesTo"], children: ["revision"], requiredChildren: ["revision"],
        isOpen: true),
      "revision": XLIFFSchema.Element(
        attributes: ["author": .text, "datetime": .text, "version": .token], children: ["item"],
        requiredChildren: ["item"], isOpen: true),
      "item": XLIFFSchema.Element(
        attributes: ["property": .text], required: ["property"], isOpen: true, holdsText: true),
    ], places: ["changeTrack": everywhere])

  private static let sizes = XLIFFModule(
    prefix: "slr",
    elements: [
      "profiles": XLIFFSchema.Element(
        attributes: ["generalProfile": .text, "storageProfile": .text],
        children: ["normalization"], holdsOthers: true),
      "normalization": XLIFFSchema.Element(
        attributes: ["general": .normalization, "storage": .normalization]),
      "data": XLIFFSchema.Element(
        attributes: ["profile": .text], required: ["profile"], isOpen: true, holdsOthers: true),
    ], places: ["profiles": ["file"], "data": ["file", "group", "unit"]],
    attributes: [
      "storageRestriction": .restriction, "sizeRestriction": .restriction,
      "equivStorage": .wholeNumber, "sizeInfo": .text, "sizeInfoRef": .token,
    ])

  private static let rules = XLIFFModule(
    prefix: "val",
    elements: [
      "validation": XLIFFSchema.Element(
        attributes: [:], children: ["rule"], requiredChildren: ["rule"], isOpen: true),
      "rule": XLIFFSchema.Element(
        attributes: [
          "isPresent": .text, "occurs": .positive, "isNotPresent": .text, "startsWith": .text,
          "endsWith": .text, "existsInSource": .yesNo, "caseSensitive": .yesNo,
          "normalization": .normalization, "disabled": .yesNo,
        ], isOpen: true),
    ], places: ["validation": everywhere])

  private static let styles = XLIFFModule(
    prefix: "fs", elements: [:], places: [:],
    attributes: ["fs": .htmlElement, "subFs": .text])
}
