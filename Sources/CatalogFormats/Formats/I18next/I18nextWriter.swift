import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Writes i18next's JSON, version 4, in the layout that was read; new files are nested.
struct I18nextWriter {
  private var log: WritingLog
  private var members: [JSONTree.Member] = []
  private let context: FormatContext

  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    var writer = I18nextWriter(context)
    if let bytes = writer.updated(catalog) {
      return FormatOutput(bytes: bytes, findings: writer.log.findings)
    }
    writer = I18nextWriter(context)
    for entry in catalog.entries { writer.write(entry) }
    writer.log.reportLost(catalog.entries, carries: [])
    let isFlat = catalog.headerValue("layout") == "flat"
    let tree = isFlat ? JSONTree.object(writer.members) : JSONNesting.tree(writer.members)
    return FormatOutput(bytes: Array((tree.text() + "\n").utf8), findings: writer.log.findings)
  }

  private init(_ context: FormatContext) {
    log = WritingLog("i18next", context.locale)
    self.context = context
  }

  /// The file that was read, with what was touched in it; nil where there was none, or where a plural
  /// loses a form.
  private mutating func updated(_ catalog: ExchangeCatalog) -> [UInt8]? {
    guard let original = OriginalFile(catalog), var update = JSONUpdate(catalog) else { return nil }
    for entry in original.touched {
      let old = entry.details.filter { $0.name == "form" }.map(\.value)
      members = []
      write(entry)
      guard Set(old).isSubset(of: members.map(\.name)) else { return nil }
      var new: [JSONTree.Member] = []
      for member in members {
        if let known = update.member(member.name), case .string(let text) = member.value {
          update.set(known.value, to: text)
        } else {
          new.append(member)
        }
      }
      if let last = old.last.flatMap({ update.member($0) }) {
        let prefix =
          (old.last ?? "").lastIndex(of: ".")
          .map { (old.last ?? "")[...$0] } ?? ""
        let isDotted = last.key.string == old.last
        update.insert(
          new.map { member in
            JSONTree.Member(
              isDotted ? member.name : String(member.name.dropFirst(prefix.count)), member.value)
          }, behind: last)
      } else {
        update.append(new, isNested: catalog.headerValue("layout") != "flat")
      }
    }
    return update.finished()
  }

  private mutating func write(_ entry: ExchangeEntry) {
    guard let translation = entry.translation else { return }
    guard let message = translation.message else {
      return log.take(translation.parsed.diagnostics, of: entry.key)
    }
    let resolved = DeclarationResolver.resolved(message)
    switch PluralShape(resolved) {
    case .text(let pattern): add(entry.key, entry.key, pattern, renaming: nil)
    case .plural(let plural):
      add(plural, entry.key, formKeys: entry.details.filter { $0.name == "form" }.map(\.value))
    case .other(let reason):
      log.leaveOut(
        entry.key, reason, help: "i18next chooses by one number; use `icu-json` with i18next-icu")
    }
  }

  /// - Parameter formKeys: The keys that the forms had in the file that they were read from.
  private mutating func add(
    _ plural: PluralShape.Plural, _ key: String, formKeys: [String]
  ) {
    var stem = key
    if plural.kind == .ordinal { stem += "_ordinal" }
    var forms: [(suffix: String, pattern: Pattern)] = []
    for (form, pattern) in plural.forms {
      switch form {
      case .category(let category): forms.append((category.rawValue, pattern))
      case .exact(0) where isZeroFree(plural): forms.append(("zero", pattern))
      case .exact(let number):
        return log.leaveOut(
          key, "it has a text for exactly \(number)", help: "i18next has one for 0 only")
      }
    }
    // Where the language has another form for a number, i18next does not take `_other` instead.
    if formKeys.isEmpty, let other = plural[.category(.other)] {
      let rules =
        plural.kind == .cardinal
        ? context.pluralRules : try? PluralRules(locale: context.locale, type: plural.kind)
      for category in rules?.categories.map(\.rawValue) ?? []
      where !forms.contains(where: { $0.suffix == category }) {
        forms.append((category, other))
      }
    }
    if plural.variable != "count" {
      log.change(key, "`$\(plural.variable)` is called `count`: i18next has no other name for it")
    }
    for form in forms {
      add(stem + "_" + form.suffix, key, form.pattern, renaming: plural.variable)
    }
  }

  /// Whether `_zero` is taken for 0 alone: the language has no category `zero`, or only 0 is in it.
  private func isZeroFree(_ plural: PluralShape.Plural) -> Bool {
    guard plural[.category(.zero)] == nil else { return false }
    guard let rules = context.pluralRules, rules.categories.contains(.zero) else { return true }
    return rules.reachability(of: .zero).singleValue == 0
  }

  private mutating func add(
    _ key: String, _ entryKey: String, _ pattern: Pattern, renaming variable: String?
  ) {
    var writer = PlaceholderWriter(I18nextDialect())
    let text = writer.text(of: pattern.renaming(variable, to: "count"))
    if let fault = writer.faults.first { return log.leaveOut(entryKey, fault) }
    for token in writer.notes.tokens {
      log.change(entryKey, "`\(token.writing)` comes back as text or with other options")
    }
    members.append(JSONTree.Member(key, .string(text)))
  }
}

extension Pattern {
  /// The pattern with another name for a variable.
  func renaming(_ old: String?, to new: String) -> Pattern {
    guard let old, old != new else { return self }
    var pattern = self
    pattern.elements = elements.map { element in
      guard case .expression(var expression) = element, element.variableName == old else {
        return element
      }
      expression.operand = .variable(VariableReference(new))
      return .expression(expression)
    }
    return pattern
  }
}
