import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Writes XLIFF 2.1 and 1.2.
///
/// Placeholders are codes whose native data is MessageFormat 2, variants the units of a group. In a file
/// that was read, only what changed is written: the whole unit where `langue` wrote the file, the target
/// and its state where another tool did.
struct XLIFFWriter {
  private var log: WritingLog
  private var rewriting: Rewriting
  private var units: XLIFFUnitWriter
  private let version: XLIFFVersion
  /// Whether a target was put where there was none.
  private var hasNewTargets = false

  static func write(
    _ catalog: ExchangeCatalog, _ context: FormatContext, _ version: XLIFFVersion
  ) -> FormatOutput {
    let bytes =
      Rewriting.document(of: catalog) ?? Array(skeleton(catalog, context, version).utf8)
    let read: (CatalogFile) -> ExchangeCatalog = { XLIFFReader.read($0, context) }
    guard let root = try? XMLDocument(parsing: bytes).root, let found = XLIFFVersion(root) else {
      return FormatOutput(
        bytes: bytes, findings: read(CatalogFile(path: "", bytes: bytes)).findings)
    }
    var writer = XLIFFWriter(
      log: WritingLog(version == .version2 ? "xliff" : "xliff12", context.locale),
      rewriting: Rewriting(bytes, read: read(CatalogFile(path: "", bytes: bytes))),
      units: XLIFFUnitWriter(found, context.locale),
      version: found)
    writer.write(catalog.entries, root)
    if writer.hasNewTargets, found == .version2, root.attribute("trgLang") == nil {
      writer.set("trgLang", context.locale.tag, root)
    }
    writer.rewriting.verify(&writer.log, read: read)
    return FormatOutput(bytes: writer.rewriting.output(), findings: writer.log.findings)
  }

  private static func skeleton(
    _ catalog: ExchangeCatalog, _ context: FormatContext, _ version: XLIFFVersion
  ) -> String {
    let source = XMLText.attribute(catalog.sourceLocale.tag)
    let target = XMLText.attribute(context.locale.tag)
    switch version {
    case .version2:
      return """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff xmlns="\(XLIFFVersion.core2)" xmlns:mda="\(XLIFFVersion.metadata)" version="2.1" \
        srcLang="\(source)" trgLang="\(target)">
          <file id="messages" xml:space="preserve">
            <mda:metadata>
              <mda:metaGroup category="langue">
                <mda:meta type="syntax">MessageFormat 2</mda:meta>
              </mda:metaGroup>
            </mda:metadata>
          </file>
        </xliff>

        """
    case .version1:
      return """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff xmlns="\(XLIFFVersion.core1)" version="1.2">
          <file original="messages" source-language="\(source)" target-language="\(target)" \
        datatype="plaintext" tool-id="langue" xml:space="preserve">
            <header>
              <tool tool-id="langue" tool-name="langue"/>
            </header>
            <body>
            </body>
          </file>
        </xliff>

        """
    }
  }

  private mutating func write(_ entries: [ExchangeEntry], _ root: XMLNode) {
    var places: [String: XLIFFUnit] = [:]
    for unit in XLIFFUnit.units(of: root, version) {
      if places[unit.key] == nil { places[unit.key] = unit }
      if let id = unit.element.attribute("id")?.value { units.take(id) }
    }
    let file = root.elements.first { $0.name.local == "file" && XLIFFUnit.isOwn($0, version) }
    var added = ""
    for entry in entries {
      if let unit = places[entry.key] {
        change(entry, unit)
      } else if file != nil {
        if let source = unit(entry, identifier: nil) { added += source }
      } else if entry.translation != nil {
        log.leaveOut(entry.key, "the file has no unit for it")
      }
    }
    guard !added.isEmpty, let file else { return }
    let body = version == .version2 ? file : file.child("body") ?? file
    // In front of the white space that indents the end tag.
    let text = body.source(body.content)
    let space = text.utf8.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    let end = body.content.upperBound - space
    rewriting.replace(end..<end, with: added)
  }

  private func isChanged(_ entry: ExchangeEntry, isOwn: Bool) -> Bool {
    let old = rewriting.old(entry.key)
    if rewriting.isChanged(entry) { return true }
    if let state = entry.metadata.state, state != old?.metadata.state { return true }
    guard isOwn else { return false }
    return entry.source?.message.map { $0.withoutAttributes }
      != old?.source?.message.map { $0.withoutAttributes }
      || entry.metadata.description != old?.metadata.description
      || entry.metadata.source != old?.metadata.source
      || entry.exported != old?.exported
      || entry.metadata.maxLength != old?.metadata.maxLength
  }

  private mutating func change(_ entry: ExchangeEntry, _ unit: XLIFFUnit) {
    guard unit.isTranslatable, isChanged(entry, isOwn: unit.isOwn) else { return }
    if !unit.isOwn { return changeTarget(entry, unit) }
    let identifier = unit.element.attribute("id")?.value
    guard let source = self.unit(entry, identifier: identifier) else { return }
    rewriting.replace(unit.element.span, with: source.trimmed)
  }

  /// A unit of our own, with what stands around it.
  private mutating func unit(_ entry: ExchangeEntry, identifier: String?) -> String? {
    guard let source = entry.source else {
      log.leaveOut(entry.key, "it has no source text", help: "XLIFF has source and target")
      return nil
    }
    for message in [source, entry.translation] {
      guard let message, message.message == nil else { continue }
      log.take(message.parsed.diagnostics, of: entry.key)
      return nil
    }
    guard let meaning = source.message else { return nil }
    let translation = entry.translation?.message
    switch units.source(entry, meaning, translation, identifier: identifier) {
    case .success(let text):
      if let translation { rewriting.note(written: translation, for: entry.key) }
      return text
    case .failure(let fault):
      log.leaveOut(entry.key, fault.reason)
      return nil
    }
  }

  // MARK: Other tools' files

  private mutating func changeTarget(_ entry: ExchangeEntry, _ unit: XLIFFUnit) {
    let segments =
      version == .version1
      ? [unit.element]
      : unit.element.elements.filter { $0.name.local == "segment" || $0.name.local == "ignorable" }
    guard let translation = entry.translation else { return }
    guard segments.count == 1, let segment = segments.first, let source = segment.child("source")
    else {
      return log.leaveOut(
        entry.key, "its unit has several segments", help: "translate it in the tool it comes from")
    }
    let target = segment.child("target")
    var content: String?
    if rewriting.isChanged(entry) {
      guard let text = self.content(translation, entry.key) else { return }
      content = text
    }
    writeTarget(target, content, entry.metadata.state, after: source)
    if version == .version2, let state = entry.metadata.state {
      set("state", state.rawValue, segment)
    }
  }

  private mutating func content(_ translation: ExchangeMessage, _ key: String) -> String? {
    guard let message = translation.message else {
      log.take(translation.parsed.diagnostics, of: key)
      return nil
    }
    guard case .pattern(let pattern) = message, pattern.declarations.isEmpty else {
      log.leaveOut(key, "a unit of another tool has no variants")
      return nil
    }
    let version = version
    var writer = PlaceholderWriter(PlainText())
    let pieces = TaggedPattern.pieces(of: pattern.pattern, &writer) { markup in
      if let raw = markup.attributes.first(where: { $0.name == "source" })?.value?.value {
        return raw
      }
      let local = markup.name.split(separator: ":").last.map(String.init) ?? ""
      let isKnown = version.codes.contains(local) || version.spanningCodes.contains(local)
      return isKnown ? markup.xmlTag : nil
    }
    if !writer.faults.isEmpty {
      log.leaveOut(key, "its placeholder is none of the unit's codes")
      return nil
    }
    switch pieces {
    case .success(let pieces):
      rewriting.note(written: message, for: key)
      return pieces.map { piece in
        switch piece {
        case .text(let text): XMLText.escaped(text)
        case .tag(let tag): tag
        }
      }.joined()
    case .failure(let fault):
      log.leaveOut(key, fault.reason)
      return nil
    }
  }

  /// - Parameter content: What the target is to hold, or nil where it stays.
  private mutating func writeTarget(
    _ target: XMLNode?, _ content: String?, _ state: TranslationState?, after source: XMLNode
  ) {
    let stateName = version == .version1 ? state?.xliff1Name(hasTarget: true) : nil
    let name = source.qualifiedName.replacing("source", with: "target")
    guard let target else {
      guard let content else { return }
      hasNewTargets = true
      let attribute = stateName.map { " state=\"\($0)\"" } ?? ""
      let end = source.span.upperBound
      let indent = Self.indent(before: source)
      return rewriting.replace(
        end..<end, with: "\(indent)<\(name)\(attribute)>\(content)</\(name)>")
    }
    if let content {
      var tag = "<" + target.qualifiedName
      for attribute in target.attributes where stateName == nil || attribute.name.local != "state" {
        tag += " \(attribute.qualifiedName)=\"\(XMLText.attribute(attribute.value))\""
      }
      if let stateName { tag += " state=\"\(stateName)\"" }
      rewriting.replace(
        target.span, with: "\(tag)>\(content)</\(target.qualifiedName)>")
    } else if let stateName {
      set("state", stateName, target)
    }
  }

  private mutating func set(_ name: String, _ value: String, _ element: XMLNode) {
    if let attribute = element.attribute(name) {
      rewriting.replace(attribute.span, with: value)
    } else {
      let end = element.tag.upperBound - (element.isSelfClosing ? 2 : 1)
      rewriting.replace(end..<end, with: " \(name)=\"\(value)\"")
    }
  }

  /// The line end and the white space that an element stands behind.
  private static func indent(before element: XMLNode) -> String {
    let start = element.span.lowerBound
    let space = element.bytes[..<start].reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    let line = start - space - 1
    guard line >= 0, element.bytes[line] == UInt8(ascii: "\n") else { return "" }
    return element.source(line..<start)
  }
}
