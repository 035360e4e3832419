import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Writes gettext's PO. Messages of the site's own have their key as context, and placeholders in
/// braces, which `msgfmt -c` checks.
struct POWriter {
  private let context: FormatContext
  private let isOwn: Bool
  private var forms: PluralForms?
  /// Found out at the first plural: it takes as long as all else in a small file.
  private lazy var categories = context.pluralRules.flatMap { forms?.categories($0) }
  private var log: WritingLog
  private var output: [String] = []
  private var records: [GettextRecord] = []

  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    var writer = POWriter(catalog, context)
    // A template belongs to no language yet; whoever starts a translation fills these in.
    writer.writeHeader(catalog, isTemplate: context.locale == catalog.sourceLocale)
    if let original = OriginalFile(catalog) {
      let bytes = original.bytes(separator: "\n") { entry in
        writer.lines(of: entry)?.joined(separator: "\n")
      }
      return FormatOutput(bytes: bytes, findings: writer.log.findings)
    }
    for entry in catalog.entries {
      if let lines = writer.lines(of: entry) { writer.output += [""] + lines }
    }
    for detail in catalog.header where detail.name == "obsolete" {
      writer.output += ["", detail.value]
    }
    let text = writer.output.joined(separator: "\n") + "\n"
    return FormatOutput(bytes: Array(text.utf8), findings: writer.log.findings)
  }

  /// The same messages as `write` writes, the header first.
  static func records(
    of catalog: ExchangeCatalog, _ context: FormatContext
  ) -> (records: [GettextRecord], findings: [Finding]) {
    var writer = POWriter(catalog, context)
    writer.writeHeader(catalog, isTemplate: false)
    for entry in catalog.entries { _ = writer.lines(of: entry) }
    return (writer.records, writer.log.findings)
  }

  private init(_ catalog: ExchangeCatalog, _ context: FormatContext) {
    self.context = context
    let header = catalog.headerValue("header")
    isOwn = header == nil || header?.contains("X-Langue-Keys: msgctxt") ?? false
    log = WritingLog("po", context.locale)
  }

  private mutating func writeHeader(_ catalog: ExchangeCatalog, isTemplate: Bool) {
    let plurals =
      isTemplate
      ? "nplurals=INTEGER; plural=EXPRESSION;"
      : PluralForms.header(for: context.locale, context.pluralForms)
    let language = isTemplate ? "" : context.locale.tag.replacing("-", with: "_")
    let text =
      catalog.headerValue("header") ?? """
        Project-Id-Version: langue
        PO-Revision-Date:
        Last-Translator:
        Language-Team:
        Language: \(language)
        MIME-Version: 1.0
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: 8bit
        Plural-Forms: \(plurals)
        X-Langue-Keys: msgctxt

        """
    for line in text.split(separator: "\n") where line.lowercased().hasPrefix("plural-forms:") {
      forms = PluralForms(line.dropFirst(13))
    }
    for detail in catalog.header where detail.name == "free-comment" {
      output += [detail.value, ""]
    }
    if let comments = catalog.headerValue("comments"), !comments.isEmpty { output.append(comments) }
    output.append("msgid \"\"")
    records.append(GettextRecord(id: "", strings: [text]))
    output += Self.lines("msgstr", text)
  }

  /// The lines of an entry, or nil after saying why it cannot be written.
  private mutating func lines(of entry: ExchangeEntry) -> [String]? {
    var comments = POComments([])
    comments.take(entry)
    let isBraced = isOwn && entry.detail("flag") == nil
    var writer = PlaceholderWriter(isBraced ? BraceDialect() : comments.dialect(isOwn: isOwn))
    guard let texts = texts(of: entry, &writer) else { return nil }
    if let fault = writer.faults.first {
      log.leaveOut(entry.key, fault)
      return nil
    }
    var notes = writer.notes
    if isOwn, let message = entry.source?.message ?? entry.translation?.message {
      notes.add(declarationsOf: message)
    }
    if isBraced, texts.hasPlaceholders {
      // gettext's own check wants the same values in both texts; the flag says where it need not look.
      comments.addFlag(texts.areAlike ? "python-brace-format" : "no-python-brace-format")
    }
    var lines = comments.lines(notes, entry)
    if isOwn {
      lines += Self.lines("msgctxt", entry.key)
    } else if let context = entry.detail("msgctxt") {
      lines += Self.lines("msgctxt", context)
    }
    records.append(
      GettextRecord(
        context: isOwn ? entry.key : entry.detail("msgctxt"), id: texts.id, plural: texts.plural,
        strings: texts.strings))
    lines += Self.lines("msgid", texts.id)
    if let plural = texts.plural { lines += Self.lines("msgid_plural", plural) }
    for (index, string) in texts.strings.enumerated() {
      lines += Self.lines(texts.plural == nil ? "msgstr" : "msgstr[\(index)]", string)
    }
    return lines
  }

  private struct Texts {
    var id: String
    var plural: String?
    var strings: [String]
    var hasPlaceholders: Bool

    /// Whether the translation shows the values of the source, each of them.
    var areAlike: Bool {
      guard strings.contains(where: { !$0.isEmpty }) else { return true }
      let expected = Self.values(in: plural ?? id)
      return strings.enumerated().allSatisfy { index, string in
        let found = Self.values(in: string)
        // A form for one number may leave the number out, where the source's does too.
        return found == expected || (plural != nil && index == 0 && found.isSubset(of: expected))
      }
    }

    private static func values(in text: String) -> Set<String> {
      var values: Set<String> = []
      for case .element(let element, _) in BraceDialect().segments(of: text) {
        if let name = element.variableName { values.insert(name) }
      }
      return values
    }
  }

  private mutating func texts(
    of entry: ExchangeEntry, _ writer: inout PlaceholderWriter
  ) -> Texts? {
    let messages = [entry.source, entry.translation].compactMap { $0 }
    for message in messages where message.message == nil {
      log.take(message.parsed.diagnostics, of: entry.key)
      return nil
    }
    let source = entry.source?.message.map { PluralShape($0) }
    let translation = entry.translation?.message.map { PluralShape($0) }
    for case .other(let reason)? in [source, translation] {
      log.leaveOut(entry.key, reason, help: "PO chooses by one number")
      return nil
    }
    let hasPlaceholders = messages.contains { message in
      message.message?.patterns.contains { $0.elements.contains { !$0.isText } } ?? false
    }
    var texts = Texts(id: entry.key, strings: [""], hasPlaceholders: hasPlaceholders)
    switch (source, translation) {
    case (.plural(let plural)?, _):
      fill(&texts, plural, &writer)
    case (.text(let pattern)?, .plural?):
      log.leaveOut(entry.key, "only the translation is a plural")
      _ = pattern
      return nil
    case (.text(let pattern)?, _): texts.id = writer.text(of: pattern)
    case (nil, .plural?): texts.plural = entry.key
    default: break
    }
    switch translation {
    case .text(let pattern)?:
      if texts.plural == nil {
        texts.strings = [writer.text(of: pattern)]
      } else {
        let text = writer.text(of: pattern)
        texts.strings = Array(repeating: text, count: forms?.count ?? 1)
      }
    case .plural(let plural)?:
      guard let strings = strings(of: plural, entry.key, &writer) else { return nil }
      texts.strings = strings
    case nil:
      texts.strings = Array(repeating: "", count: texts.plural == nil ? 1 : forms?.count ?? 2)
    case .other: return nil
    }
    return texts
  }

  private func fill(
    _ texts: inout Texts, _ plural: PluralShape.Plural, _ writer: inout PlaceholderWriter
  ) {
    let other = plural[.category(.other)]
    let one = plural[.category(.one)] ?? plural[.exact(1)] ?? other
    texts.id = one.map { writer.text(of: $0) } ?? texts.id
    texts.plural = other.map { writer.text(of: $0) } ?? texts.id
  }

  /// The text of each form: that of the smallest number that takes it.
  private mutating func strings(
    of plural: PluralShape.Plural, _ key: String, _ writer: inout PlaceholderWriter
  ) -> [String]? {
    guard let forms, let categories, plural.kind == .cardinal else {
      log.leaveOut(key, plural.kind == .ordinal ? "it chooses by order" : "no `Plural-Forms`")
      return nil
    }
    var strings: [String] = []
    for form in 0..<forms.count {
      let exact = categories.exceptions.first { $0.form == form }?.number
      let category = categories.forms.first { $0.form == form }?.category
      let pattern =
        category.flatMap { plural[.category($0)] }
        ?? exact.flatMap { plural[.exact($0)] } ?? plural[.category(.other)]
      strings.append(pattern.map { writer.text(of: $0) } ?? "")
    }
    for (form, pattern) in plural.forms {
      switch form {
      case .category(.other) where !strings.contains(writer.text(of: pattern)):
        log.change(key, "the text for fractions is not written: no whole number takes it")
      case .exact(let number) where !categories.exceptions.contains { $0.number == number }:
        log.change(key, "the text for exactly \(number) is not written")
      case .category(let category) where category != .other:
        let index = categories.forms.first { $0.category == category }?.form
        if index == nil { log.change(key, "the text for `\(category)` is not written") }
      default: continue
      }
    }
    return strings
  }

  /// A keyword and its string, a line for each line of the text.
  private static func lines(_ keyword: String, _ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.count == 1 || (lines.count == 2 && lines[1].isEmpty && lines[0].count < 70) {
      return ["\(keyword) \"\(escaped(text))\""]
    }
    var result = ["\(keyword) \"\""]
    for (index, line) in lines.enumerated() where !(index == lines.count - 1 && line.isEmpty) {
      let end = index < lines.count - 1 ? "\\n" : ""
      result.append("\"\(escaped(String(line)))\(end)\"")
    }
    return result
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\u{7}": result += "\\a"
      case "\u{8}": result += "\\b"
      case "\u{B}": result += "\\v"
      case "\u{C}": result += "\\f"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension PatternElement {
  var isText: Bool {
    if case .text = self { return true }
    return false
  }
}
