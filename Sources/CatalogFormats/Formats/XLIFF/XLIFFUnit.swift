import StringCatalogs

/// A unit of a document, as reader and writer see it.
struct XLIFFUnit {
  /// The element: `<unit>`, `<trans-unit>`, or our own group of a message's variants.
  var element: XMLNode
  var key: String
  var keySpan: Range<Int>
  /// Whether the units in the group are one message's variants.
  var isGroup: Bool
  /// Whether `langue` wrote the file.
  var isOwn: Bool
  /// What `langue` noted of the message; nothing in other tools' files.
  var details: XLIFFDetails
  var isTranslatable: Bool

  /// Finds the units of a document, in their order.
  static func units(of root: XMLNode, _ version: XLIFFVersion) -> [XLIFFUnit] {
    var units: [XLIFFUnit] = []
    let files = root.elements.filter { $0.name.local == "file" }
    for file in files {
      let isOwn = isOwn(file, version)
      let name = file.attribute(version == .version2 ? "id" : "original")?.value ?? ""
      let prefix = files.count > 1 && !isOwn ? name + "/" : ""
      let body = version == .version2 ? file : file.child("body") ?? file
      add(body, version, prefix, isOwn, isTranslatable(file, true), &units)
    }
    return units
  }

  private static func add(
    _ parent: XMLNode, _ version: XLIFFVersion, _ prefix: String, _ isOwn: Bool,
    _ isParentTranslatable: Bool, _ units: inout [XLIFFUnit]
  ) {
    for element in parent.elements {
      let isTranslatable = isTranslatable(element, isParentTranslatable)
      let isUnit = element.name.local == version.unitName
      guard isUnit || element.name.local == "group" else { continue }
      let details = isOwn ? XLIFFDetails(element, version) : XLIFFDetails()
      if isUnit || details["head"] != nil {
        let id = element.attribute("id")
        units.append(
          XLIFFUnit(
            element: element, key: details["key"] ?? prefix + (id?.value ?? ""),
            keySpan: id?.span ?? element.tag, isGroup: !isUnit, isOwn: isOwn, details: details,
            isTranslatable: isTranslatable))
      } else {
        add(element, version, prefix, isOwn, isTranslatable, &units)
      }
    }
  }

  private static func isTranslatable(_ element: XMLNode, _ inherited: Bool) -> Bool {
    element.attribute("translate").map { $0.value != "no" } ?? inherited
  }

  /// Whether `langue` wrote the file.
  static func isOwn(_ file: XMLNode, _ version: XLIFFVersion) -> Bool {
    switch version {
    case .version1: file.attribute("tool-id")?.value == "langue"
    case .version2: XLIFFDetails(file, version)["syntax"] == "MessageFormat 2"
    }
  }
}

/// What `langue` keeps beside a message: the metadata module's entries in version 2, notes from
/// `langue` in version 1.
struct XLIFFDetails {
  private var values: [(type: String, text: String)] = []

  init() {}

  init(_ element: XMLNode, _ version: XLIFFVersion) {
    for child in element.elements {
      switch version {
      case .version2:
        guard child.name.local == "metadata", child.name.namespace == XLIFFVersion.metadata else {
          continue
        }
        for group in child.elements where group.attribute("category")?.value == "langue" {
          for meta in group.elements {
            guard let type = meta.attribute("type")?.value else { continue }
            add(type, meta.text)
          }
        }
      case .version1:
        guard child.name.local == "note", child.attribute("from")?.value == "langue" else {
          continue
        }
        let text = child.text
        guard let separator = text.firstRange(of: ": ") else { continue }
        add(String(text[..<separator.lowerBound]), String(text[separator.upperBound...]))
      }
    }
  }

  /// There are few in our own files, and in others' no more are looked through.
  private mutating func add(_ type: String, _ text: String) {
    if values.count < 16 { values.append((type, text)) }
  }

  subscript(type: String) -> String? { values.last { $0.type == type }?.text }
}
