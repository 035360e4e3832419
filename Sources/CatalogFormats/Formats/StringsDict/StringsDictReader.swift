import CatalogExchange
import Diagnostics
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Reads Apple's `.stringsdict`.
///
/// Each variable of a string's format is a choice by a number; its name is the argument's. `zero` is the
/// number 0 where the language has no such category, as it is for Apple.
struct StringsDictReader: FormatReader {
  private(set) var log: FindingLog
  var catalog: ExchangeCatalog
  private let hasZero: Bool

  init(_ file: CatalogFile, _ context: FormatContext) {
    log = FindingLog(file, context.locale)
    catalog = ExchangeCatalog(context)
    hasZero = context.hasZero()
  }

  mutating func read(_ bytes: [UInt8]) {
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
    var texts = VaryingTexts(string.varying, hasZero: hasZero, notes: comment.notes)
    let message = texts.message(valueSpan: member.value.content)
    for fault in texts.faults {
      log.report(fault.code, fault.message, at: fault.span, key: key)
    }
    guard texts.faults.isEmpty else { return }
    guard let message else {
      return log.report(
        "too-many-variants", "its choices have \(ChoiceTree.maximumVariants) variants or more",
        at: member.key.content, key: key)
    }
    var entry = ExchangeEntry(key: key, keySpan: member.key.content, translation: message)
    entry.metadata.description = comment.description
    catalog.entries.append(entry)
  }
}

/// One string of the file.
struct StringsDictStrings {
  private(set) var varying: VaryingString
  /// A kind of variation other than by number.
  private(set) var unreadRule: String?

  /// - Returns: nil where there is no format.
  init?(_ dictionary: XMLNode) {
    let members = PropertyListDocument.members(of: dictionary)
    guard let format = members.first(where: { $0.name == "NSStringLocalizedFormatKey" })?.value
    else {
      guard let kind = members.first(where: { $0.name.hasSuffix("RuleType") })?.name else {
        return nil
      }
      varying = VaryingString(format: Self.text(of: dictionary), variables: [:], names: [:])
      unreadRule = kind
      return
    }
    varying = VaryingString(format: Self.text(of: format), variables: [:], names: [:])
    for member in members where member.value.name.local == "dict" {
      var variable = VaryingString.Variable(
        argument: member.name, isDecimal: false, forms: [], place: member.value.tag)
      for part in PropertyListDocument.members(of: member.value) {
        switch part.name {
        case "NSStringFormatSpecTypeKey":
          let kind = part.value.text
          if kind != "NSStringPluralRuleType" { unreadRule = kind }
        case "NSStringFormatValueTypeKey":
          variable.isDecimal = part.value.text.contains { "fFgGeE".contains($0) }
        default:
          guard let category = PluralCategory(rawValue: part.name) else { continue }
          variable.forms.append((category, Self.text(of: part.value)))
        }
      }
      varying.variables[member.name] = variable
    }
    nameArguments()
  }

  private static func text(of node: XMLNode) -> DecodedText {
    var decoder = TextDecoder(start: node.content.lowerBound)
    for child in node.children {
      child.forEachScalar { decoder.append($0, at: $1.lowerBound) }
    }
    return decoder.finished(end: node.content.upperBound)
  }

  /// Gives the arguments of the format that are variables their names, by their positions.
  private mutating func nameArguments() {
    var names: [Int: String] = [:]
    func add(_ text: String, _ depth: Int) {
      for (position, name) in Self.references(in: text) where names[position] == nil {
        names[position] = name
        guard depth < 8, let variable = varying.variables[name] else { continue }
        for form in variable.forms { add(form.text.text, depth + 1) }
      }
    }
    add(varying.format.text, 0)
    for (position, name) in names {
      let isName = MessageFormat2.parse("{$\(name)}").isValid
      varying.names[position] = isName ? name : "arg\(position)"
      if !isName { varying.variables[name]?.argument = "arg\(position)" }
    }
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
}
