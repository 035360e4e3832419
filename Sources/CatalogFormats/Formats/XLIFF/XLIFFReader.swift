import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Reads XLIFF 1.2 and 2.
///
/// A unit is a message: its identifier is the key (behind the file's name where there are several), its
/// segments together are the text. Units that are not to be translated are kept in the file and are no
/// messages. The rules of XLIFF 2 that its schema and specification state are checked.
struct XLIFFReader: FormatReader {
  private let context: FormatContext
  private(set) var log: FindingLog
  var catalog: ExchangeCatalog
  private var version = XLIFFVersion.version2
  private let natives = XLIFFNatives()

  /// Which family of XLIFF a file is of.
  static func version(of file: CatalogFile) -> XLIFFVersion? {
    (try? XMLDocument(parsing: file.bytes)).flatMap { XLIFFVersion($0.root) }
  }

  /// The languages that a file names.
  static func languages(_ file: CatalogFile) -> FileLanguages? {
    guard let root = try? XMLDocument(parsing: file.bytes).root, let version = XLIFFVersion(root)
    else { return nil }
    let names =
      version == .version2 ? ("srcLang", "trgLang") : ("source-language", "target-language")
    let holder = version == .version2 ? root : root.child("file") ?? root
    func locale(_ name: String) -> LocaleIdentifier? {
      holder.attribute(name).flatMap { LocaleIdentifier($0.value.replacing("_", with: "-")) }
    }
    return FileLanguages(
      source: locale(names.0), locales: locale(names.1).map { [$0] } ?? [])
  }

  init(_ file: CatalogFile, _ context: FormatContext) {
    self.context = context
    log = FindingLog(file, context.locale)
    catalog = ExchangeCatalog(context)
  }

  mutating func read(_ bytes: [UInt8]) {
    let root: XMLNode
    do throws(Diagnostic) {
      root = try XMLDocument(parsing: bytes).root
    } catch {
      return log.report(error)
    }
    guard let version = XLIFFVersion(root) else {
      return log.report(
        "invalid-xliff", "expected `<xliff>` of version 1.2 or 2", at: root.tag,
        help: "its namespace is `\(XLIFFVersion.core2)` or `\(XLIFFVersion.core1)`")
    }
    self.version = version
    catalog.header = [ExchangeDetail("document", String(decoding: bytes, as: UTF8.self))]
    if version == .version2 {
      for fault in XLIFFValidation.faults(of: root) { log.report(fault) }
      setSource(root.attribute("srcLang"))
      checkTarget(root.attribute("trgLang"))
    } else {
      for file in root.elements where file.name.local == "file" {
        setSource(file.attribute("source-language"))
        checkTarget(file.attribute("target-language"))
        if file.attribute("source-language") == nil {
          log.report("invalid-xliff", "`source-language` is missing", at: file.tag)
        }
      }
    }
    let units = XLIFFUnit.units(of: root, version)
    catalog.entries.reserveCapacity(units.count)
    for unit in units where unit.isTranslatable {
      if unit.key.isEmpty {
        log.report("invalid-xliff", "the unit has no identifier", at: unit.element.tag)
      } else if log.admit(unit.key, at: unit.keySpan) {
        add(unit)
      }
    }
  }

  private mutating func setSource(_ attribute: XMLAttribute?) {
    if let locale = attribute.flatMap({ LocaleIdentifier($0.value.replacing("_", with: "-")) }) {
      catalog.sourceLocale = locale
    }
  }

  private mutating func checkTarget(_ attribute: XMLAttribute?) {
    guard let attribute,
      let locale = LocaleIdentifier(attribute.value.replacing("_", with: "-")),
      locale != context.locale, context.locale != catalog.sourceLocale
    else { return }
    log.report(
      "other-language", "the file says it is in `\(locale.tag)`, not `\(context.locale.tag)`",
      at: attribute.span, severity: .warning)
  }

  private mutating func add(_ unit: XLIFFUnit) {
    var entry = ExchangeEntry(key: unit.key, keySpan: unit.keySpan)
    let isOwn = unit.isOwn
    let details = unit.details
    entry.metadata.source = details["source"]
    entry.exported = details["exported"]
    entry.metadata.maxLength = details["maxLength"].flatMap { Int($0) }
    if version == .version1, unit.element.attribute("size-unit")?.value == "char" {
      entry.metadata.maxLength = unit.element.attribute("maxwidth").flatMap { Int($0.value) }
    }
    entry.metadata.description = description(unit.element)
    if let name = unit.element.attribute(version == .version2 ? "name" : "resname")?.value {
      entry.details.append(ExchangeDetail("name", name))
    }
    if unit.isGroup {
      addVariants(unit, details, &entry)
    } else {
      let parts = parts(unit.element)
      let heads = (details["head"], details["target-head"] ?? details["head"])
      entry.source = message(parts, \.source, heads.0, isOwn, entry.key)
      if parts.contains(where: { $0.target != nil }) {
        entry.translation = message(parts, \.target, heads.1, isOwn, entry.key)
      }
      entry.metadata.state = TranslationState.least(parts.compactMap(\.state))
      for part in parts {
        if let subState = part.subState {
          entry.details.append(ExchangeDetail("subState", subState))
        }
      }
    }
    catalog.entries.append(entry)
  }

  private func description(_ element: XMLNode) -> String? {
    let notes = version == .version2 ? element.child("notes") : element
    let texts = (notes.map { Array($0.elements) } ?? []).filter {
      $0.name.local == "note" && $0.attribute("from")?.value != "langue"
    }
    return texts.isEmpty ? nil : texts.map(\.text).joined(separator: "\n")
  }

  // MARK: Texts

  private struct Part {
    var source: XMLNode?
    var target: XMLNode?
    var state: TranslationState?
    var subState: String?
    var data: [String: String] = [:]
    var order = 0
  }

  private func parts(_ unit: XMLNode) -> [Part] {
    switch version {
    case .version1:
      let target = unit.child("target")
      var state = target?.attribute("state").flatMap { TranslationState(xliff1: $0.value) }
      if unit.attribute("approved")?.value == "yes" { state = .final }
      return [
        Part(
          source: unit.child("source"), target: target.flatMap { isFilled($0) ? $0 : nil },
          state: state)
      ]
    case .version2:
      var data: [String: String] = [:]
      for item in unit.child("originalData")?.elements.filter({ $0.name.local == "data" }) ?? [] {
        if let id = item.attribute("id")?.value { data[id] = item.text }
      }
      var parts: [Part] = []
      for element in unit.elements
      where element.name.local == "segment" || element.name.local == "ignorable" {
        let target = element.child("target")
        let isSegment = element.name.local == "segment"
        parts.append(
          Part(
            source: element.child("source"), target: target,
            state: isSegment
              ? element.attribute("state").flatMap { TranslationState(rawValue: $0.value) } : nil,
            subState: element.attribute("subState")?.value, data: data,
            order: target?.attribute("order").flatMap { Int($0.value) } ?? parts.count + 1))
      }
      return parts
    }
  }

  /// Version 1 leaves `<target/>` where there is no translation yet.
  private func isFilled(_ target: XMLNode) -> Bool { !target.content.isEmpty }

  /// The message of a unit's parts; what a target has not, white space between segments, is its source.
  private mutating func message(
    _ parts: [Part], _ side: KeyPath<Part, XMLNode?>, _ head: String?, _ isOwn: Bool, _ key: String
  ) -> ExchangeMessage? {
    var parts = parts
    if side == \.target { parts.sort { $0.order < $1.order } }
    let elements = parts.compactMap { $0[keyPath: side] ?? $0.source }
    guard let first = elements.first, let last = elements.last else { return nil }
    var tags: [PatternElement] = []
    let text = text(elements, parts.first?.data ?? [:], isOwn, key, &tags)
    let dialect = TaggedDialect(base: PlainText(), tags: tags)
    let low = min(first.span.lowerBound, last.span.lowerBound)
    let span =
      elements.count == 1
      ? first.content : low..<max(first.span.upperBound, last.span.upperBound)
    let segments = dialect.segments(of: text.text)
    guard let head else { return MessageComposer.pattern(segments, of: text, valueSpan: span) }
    return MessageComposer.select(
      head: head, [MessageComposer.Branch(keys: "", segments: segments, text: text)],
      valueSpan: span)
  }

  private mutating func text(
    _ elements: [XMLNode], _ data: [String: String], _ isOwn: Bool, _ key: String,
    _ tags: inout [PatternElement]
  ) -> DecodedText {
    let read = XLIFFContent.read(
      elements, version, data: data, isOwn: isOwn, natives: natives, tags: &tags)
    if let place = read.fault {
      log.report("invalid-xliff", "`hex` is no character", at: place, key: key)
    }
    return read.text
  }

  // MARK: Variants

  /// A message whose variants stand in one group, a unit each.
  private mutating func addVariants(
    _ group: XLIFFUnit, _ details: XLIFFDetails, _ entry: inout ExchangeEntry
  ) {
    var source: [MessageComposer.Branch] = []
    var target: [MessageComposer.Branch] = []
    var states: [TranslationState] = []
    var isWhole = true
    for unit in group.element.elements where unit.name.local == version.unitName {
      guard let part = parts(unit).first else { continue }
      let details = XLIFFDetails(unit, version)
      if let keys = details["source-keys"], let element = part.source {
        source.append(branch(element, keys, part.data, entry.key))
      }
      guard let keys = details["target-keys"] else { continue }
      if let state = part.state { states.append(state) }
      if let element = part.target {
        target.append(branch(element, keys, part.data, entry.key))
      } else {
        isWhole = false
      }
    }
    let span = group.element.content
    let head = details["head"] ?? ""
    if !source.isEmpty {
      entry.source = MessageComposer.select(head: head, source, valueSpan: span)
    }
    if isWhole, !target.isEmpty {
      entry.translation = MessageComposer.select(
        head: details["target-head"] ?? head, target, valueSpan: span)
    } else if !target.isEmpty {
      log.report(
        "incomplete-translation", "some of its variants have no translation yet",
        at: group.keySpan, severity: .warning, key: entry.key)
    }
    entry.metadata.state = TranslationState.least(states)
  }

  private mutating func branch(
    _ element: XMLNode, _ keys: String, _ data: [String: String], _ key: String
  ) -> MessageComposer.Branch {
    var tags: [PatternElement] = []
    let text = text([element], data, true, key, &tags)
    let dialect = TaggedDialect(base: PlainText(), tags: tags)
    return MessageComposer.Branch(
      keys: keys, segments: dialect.segments(of: text.text), text: text)
  }
}
