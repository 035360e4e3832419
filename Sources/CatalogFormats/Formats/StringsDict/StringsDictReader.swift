import CatalogExchange
import Diagnostics
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Reads Apple's `.stringsdict`.
///
/// Each variable of a string's format is a choice by a number; its name is the argument's. `zero` is the
/// number 0 where the language has no such category, as it is for Apple.
struct StringsDictReader {
  private var log: FindingLog
  private var catalog: ExchangeCatalog
  private let hasZero: Bool

  static func read(_ file: CatalogFile, _ context: FormatContext) -> ExchangeCatalog {
    var reader = StringsDictReader(
      log: FindingLog(file, context.locale),
      catalog: ExchangeCatalog(locale: context.locale, sourceLocale: context.source),
      hasZero: StringsDictStrings.hasZero(context))
    reader.read(file.bytes)
    reader.catalog.findings = reader.log.findings
    return reader.catalog
  }

  private mutating func read(_ bytes: [UInt8]) {
    let list: PropertyListDocument
    do throws(Diagnostic) {
      list = try PropertyListDocument(parsing: bytes)
    } catch {
      return log.report(error)
    }
    catalog.header = [ExchangeDetail("document", String(decoding: bytes, as: UTF8.self))]
    for member in PropertyListDocument.members(of: list.dictionary) {
      let key = member.name
      guard log.admit(key, at: member.key.content) else { continue }
      guard member.value.name.local == "dict",
        let string = StringsDictStrings(member.value)
      else {
        log.report(
          "invalid-property-list", "the string has no `NSStringLocalizedFormatKey`",
          at: member.value.tag, key: key)
        continue
      }
      add(member, key, string)
    }
  }

  private mutating func add(
    _ member: PropertyListDocument.Member, _ key: String, _ string: StringsDictStrings
  ) {
    if let kind = string.unreadRule {
      return log.report(
        "not-carried", "variations by `\(kind)` are kept as they stand, but not read",
        at: member.value.tag, severity: .warning, key: key)
    }
    let comment = MessageComment(member.comment)
    var names = string.names
    for (position, name) in names where !MessageFormat2.parse("{$\(name)}").isValid {
      names[position] = "arg\(position)"
    }
    var reader = StringsDictTexts(
      string: string, names: names, hasZero: hasZero, notes: comment.notes)
    let parts = reader.parts(of: string.format, own: nil, depth: 0)
    for fault in reader.faults {
      log.report(fault.code, fault.message, at: fault.span, key: key)
    }
    guard reader.faults.isEmpty else { return }
    let tree = ChoiceTree(parts)
    var head: String?
    if !comment.notes.declarations.isEmpty || !comment.notes.selectors.isEmpty,
      comment.notes.selectors.count == tree.selectors.count
    {
      let match =
        comment.notes.selectors.isEmpty
        ? [] : [".match " + comment.notes.selectors.joined(separator: " ")]
      head = (comment.notes.declarations + match).joined(separator: "\n")
    }
    guard let message = tree.message(head: head, valueSpan: member.value.content) else {
      return log.report(
        "too-many-variants", "its choices have \(ChoiceTree.maximumVariants) variants or more",
        at: member.key.content, key: key)
    }
    var entry = ExchangeEntry(key: key, keySpan: member.key.content, translation: message)
    entry.metadata.description = comment.description
    catalog.entries.append(entry)
  }
}

/// The texts of one string of the file.
struct StringsDictStrings {
  struct Variable {
    var valueType: String
    var forms: [(category: PluralCategory, text: XMLNode)]
    var node: XMLNode
  }

  let format: XMLNode
  private(set) var variables: [String: Variable] = [:]
  /// A kind of variation other than by number.
  private(set) var unreadRule: String?
  /// The names of the arguments that the format varies by.
  let names: [Int: String]

  /// - Returns: nil where there is no format.
  init?(_ dictionary: XMLNode) {
    let members = PropertyListDocument.members(of: dictionary)
    guard let format = members.first(where: { $0.name == "NSStringLocalizedFormatKey" })?.value
    else {
      guard let kind = members.first(where: { $0.name.hasSuffix("RuleType") })?.name else {
        return nil
      }
      self.format = dictionary
      names = [:]
      unreadRule = kind
      return
    }
    self.format = format
    for member in members where member.value.name.local == "dict" {
      var variable = Variable(valueType: "ld", forms: [], node: member.value)
      for part in PropertyListDocument.members(of: member.value) {
        switch part.name {
        case "NSStringFormatSpecTypeKey":
          let kind = part.value.text
          if kind != "NSStringPluralRuleType" { unreadRule = kind }
        case "NSStringFormatValueTypeKey": variable.valueType = part.value.text
        default:
          guard let category = PluralCategory(rawValue: part.name) else { continue }
          variable.forms.append((category, part.value))
        }
      }
      variables[member.name] = variable
    }
    names = Self.names(in: format.text, variables)
  }

  /// The arguments of a format that are variables, by their positions.
  private static func names(
    in format: String, _ variables: [String: Variable]
  ) -> [Int: String] {
    var names: [Int: String] = [:]
    func add(_ text: String, _ depth: Int) {
      for (position, name) in references(in: text) where names[position] == nil {
        names[position] = name
        guard depth < 8, let variable = variables[name] else { continue }
        for form in variable.forms { add(form.text.text, depth + 1) }
      }
    }
    add(format, 0)
    return names
  }

  /// The variables that a text names, each with its argument's position.
  private static func references(in text: String) -> [(Int, String)] {
    let segments = PrintfDialect(flavor: .apple).segments(of: text)
    return zip(segments, segments.dropFirst()).compactMap { segment, next in
      guard case .element(let element, _) = segment, case .text(let tail, _) = next,
        element.sourceWriting?.hasSuffix("#@") ?? false, let end = tail.firstIndex(of: "@"),
        let position = element.variableName.flatMap({ Int($0.dropFirst(3)) })
      else { return nil }
      return (position, String(tail[..<end]))
    }
  }

  /// Whether the language has a category `zero` of its own.
  static func hasZero(_ context: FormatContext) -> Bool {
    (try? PluralRules(locale: context.locale))?.categories.contains(.zero) ?? false
  }
}

/// Reads the texts of one string as parts with choices.
struct StringsDictTexts {
  let string: StringsDictStrings
  let names: [Int: String]
  let hasZero: Bool
  let notes: PlaceholderNotes
  private(set) var faults: [Diagnostic] = []
  /// How many texts may still be read: a variable can be named often, in variables that are named often.
  private var rest = 10_000

  init(
    string: StringsDictStrings, names: [Int: String], hasZero: Bool, notes: PlaceholderNotes
  ) {
    self.string = string
    self.names = names
    self.hasZero = hasZero
    self.notes = notes
  }

  /// - Parameter own: The variable whose text it is.
  mutating func parts(of node: XMLNode, own: String?, depth: Int) -> [ChoicePart] {
    rest -= 1
    guard depth <= 8, rest > 0 else {
      if rest < 0 { return [] }
      faults.append(
        Diagnostic(
          code: "too-deep", message: "variables stand in each other without end", span: node.span))
      return []
    }
    var decoder = TextDecoder(start: node.content.lowerBound)
    for child in node.children {
      child.forEachScalar { decoder.append($0, at: $1.lowerBound) }
    }
    let text = decoder.finished(end: node.content.upperBound)
    let dialect = StringsDictDialect(names: names, own: own)
    let segments = PlaceholderReader(dialect: dialect, notes: notes).segments(of: text.text)
    var parts: [ChoicePart] = []
    var index = 0
    while index < segments.count {
      switch segments[index] {
      case .element(let element, let range):
        if element.sourceWriting?.hasSuffix("#@") ?? false, index + 1 < segments.count,
          case .text(let tail, let tailRange) = segments[index + 1],
          let end = tail.utf8.firstIndex(of: UInt8(ascii: "@"))
        {
          let name = String(tail[..<end])
          let whole = text.offsets.fileRange(of: range.lowerBound..<tailRange.upperBound)
          if let choice = choice(name, element, at: whole, depth: depth) { parts.append(choice) }
          let rest = tail[tail.utf8.index(after: end)...]
          let start = tailRange.lowerBound + name.utf8.count + 1
          add(String(rest), start..<tailRange.upperBound, text, &parts)
          index += 1
        } else {
          parts.append(.element(element, text.offsets.fileRange(of: range)))
        }
      case .text(let value, let range): add(value, range, text, &parts)
      }
      index += 1
    }
    return parts
  }

  /// Adds text in pieces that stand in the file as they are.
  private func add(
    _ value: String, _ range: Range<Int>, _ text: DecodedText, _ parts: inout [ChoicePart]
  ) {
    guard value.utf8.count == range.count else {
      return parts.append(.text(value, text.offsets.fileRange(of: range)))
    }
    var piece = ""
    var start = text.offsets.fileOffset(of: range.lowerBound)
    var end = start
    var offset = range.lowerBound
    for scalar in value.unicodeScalars {
      let place = text.offsets.fileOffset(of: offset)
      offset += UTF8.width(scalar)
      let next = text.offsets.fileOffset(of: offset)
      if place != end || next - place != UTF8.width(scalar) {
        if !piece.isEmpty { parts.append(.text(piece, start..<end)) }
        piece = ""
        start = place
      }
      piece.unicodeScalars.append(scalar)
      end = next
      if next - place != UTF8.width(scalar) {
        parts.append(.text(piece, start..<end))
        piece = ""
        start = end
      }
    }
    if !piece.isEmpty { parts.append(.text(piece, start..<end)) }
  }

  private mutating func choice(
    _ name: String, _ element: PatternElement, at span: Range<Int>, depth: Int
  ) -> ChoicePart? {
    guard let variable = string.variables[name] else {
      faults.append(
        Diagnostic(
          code: "unknown-variable", message: "there is no variable `\(name)`", span: span))
      return nil
    }
    let argument = names.first { $0.value == name }?.value ?? element.variableName ?? "n"
    let isDecimal = variable.valueType.contains { "fFgGeE".contains($0) }
    let function = isDecimal ? "number" : "integer"
    var variants: [Choice.Variant] = []
    for form in variable.forms {
      let parts = parts(of: form.text, own: argument, depth: depth + 1)
      let key: String? =
        switch form.category {
        case .other: nil
        case .zero where !hasZero: "0"
        default: form.category.rawValue
        }
      variants.append(Choice.Variant(key: key, parts: parts))
    }
    guard variants.contains(where: { $0.key == nil }) else {
      faults.append(
        Diagnostic(
          code: "missing-fallback-variant", message: "the variable `\(name)` has no `other`",
          span: variable.node.tag))
      return nil
    }
    return .choice(
      Choice(
        selector: Choice.Selector(
          variable: argument, declaration: ".input {$\(argument) :\(function)}"),
        variants: variants))
  }
}
