import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Writes Apple's String Catalogs, in Xcode's layout.
///
/// A file holds all languages: the header's `document` is the file as it stands, and only messages of
/// the catalogue's language whose meaning or state changed are written anew.
struct XCStringsWriter {
  /// What stands for a substitution's own number in its texts.
  static let ownWriting = "%arg"

  private let context: FormatContext
  private let sourceLocale: LocaleIdentifier
  private let sourceHasZero: Bool
  private var log: WritingLog
  /// The arguments whose positions the file gives, by key.
  private var names: [String: [Int: String]] = [:]

  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    var writer = XCStringsWriter(
      context: context, sourceLocale: catalog.sourceLocale,
      sourceHasZero: context.hasZero(in: catalog.sourceLocale),
      log: WritingLog("xcstrings", context.locale))
    let old = catalog.headerValue("document")
    let root = old.flatMap { try? JSONDocument(parsing: Array($0.utf8)) }?.root
    var members: [JSONTree.Member] = []
    if let root, case .object(let own) = JSONTree(root) { members = own }
    var strings: [JSONTree.Member] = []
    if case .object(let own)? = members.first(where: { $0.name == "strings" })?.value {
      strings = own
    }
    if let own = root?.member("strings") {
      for member in own.members {
        guard let key = member.key.string else { continue }
        writer.names[key] = XCStringsReader.argumentNames(
          in: member.value, [catalog.sourceLocale, context.locale])
      }
    }
    writer.write(catalog.entries, into: &strings)
    if members.isEmpty {
      strings.sort { $0.name < $1.name }
      members = [
        JSONTree.Member("sourceLanguage", .string(writer.sourceLocale.tag)),
        JSONTree.Member("strings", .object(strings)), JSONTree.Member("version", "1.0"),
      ]
    } else {
      for index in members.indices where members[index].name == "strings" {
        members[index].value = .object(strings)
      }
    }
    writer.log.reportLost(
      catalog.entries, carries: [.description, .state])
    let end = old.map { $0.hasSuffix("\n") } ?? true ? "\n" : ""
    let text = XcodeJSON.text(of: .object(members)) + end
    return FormatOutput(bytes: Array(text.utf8), findings: writer.log.findings)
  }

  private mutating func write(_ entries: [ExchangeEntry], into strings: inout [JSONTree.Member]) {
    var places: [String: Int] = [:]
    for (index, member) in strings.enumerated() { places[member.name] = index }
    for entry in entries {
      guard let translation = entry.translation, isChanged(entry) else { continue }
      guard let message = translation.message else {
        log.take(translation.parsed.diagnostics, of: entry.key)
        continue
      }
      let known = places[entry.key].map { Self.notes(of: strings[$0].value) }
      var writer = PlaceholderWriter(
        PrintfDialect(flavor: .apple), numberedBy: entry.source?.message,
        beside: known ?? PlaceholderNotes())
      let source = entry.source?.message
      let sourceValue = source.flatMap {
        localization($0, in: sourceLocale, "translated", entry, &writer)
      }
      guard let value = localization(message, in: context.locale, state(of: entry), entry, &writer)
      else { continue }
      var notes = writer.notes
      notes.add(declarationsOf: source ?? message)
      if let index = places[entry.key] {
        explain(notes, entry.key, in: &strings[index].value)
        set(value, for: context.locale.tag, in: &strings[index].value)
      } else {
        var string = JSONTree.object([])
        let lines = [entry.metadata.description].compactMap { $0 } + notes.lines
        if !lines.isEmpty {
          Self.set("comment", .string(lines.joined(separator: "\n")), in: &string)
        }
        Self.set("extractionState", "manual", in: &string)
        if let sourceValue { set(sourceValue, for: sourceLocale.tag, in: &string) }
        set(value, for: context.locale.tag, in: &string)
        strings.append(JSONTree.Member(entry.key, string))
      }
    }
  }

  /// Adds the notes of another language to a string's comment. A writing that stands for something else
  /// there cannot be explained twice.
  private mutating func explain(
    _ notes: PlaceholderNotes, _ key: String, in string: inout JSONTree
  ) {
    guard case .object = string else { return }
    var lines = Self.comment(of: string)
    let known = Self.notes(of: string)
    let count = lines.count
    for (writing, element) in notes.tokens {
      if let other = known.tokens.first(where: { $0.writing == writing }) {
        if other.element != element {
          log.change(key, "`\(writing)` stands for another value in another language")
        }
      } else {
        var own = PlaceholderNotes()
        own.add(writing, element)
        lines += own.lines
      }
    }
    if lines.count > count {
      Self.set("comment", .string(lines.joined(separator: "\n")), in: &string)
    }
  }

  private static func comment(of string: JSONTree) -> [String] {
    guard case .object(let members) = string,
      case .string(let comment)? = members.first(where: { $0.name == "comment" })?.value
    else { return [] }
    return comment.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func notes(of string: JSONTree) -> PlaceholderNotes {
    var lines = comment(of: string)
    return PlaceholderNotes(takenFrom: &lines)
  }

  private func isChanged(_ entry: ExchangeEntry) -> Bool {
    guard let meaning = entry.detail("meaning"), let message = entry.translation?.message else {
      return entry.detail("meaning") == nil
    }
    let state: TranslationState =
      entry.detail("state") ?? "translated" == "translated"
      ? .translated : .initial
    return Fingerprint(of: message).hexadecimal != meaning
      || entry.metadata.state ?? state != state
  }

  private func state(of entry: ExchangeEntry) -> String {
    guard entry.metadata.state == .initial else { return "translated" }
    return entry.detail("state") == "new" ? "new" : "needs_review"
  }

  private mutating func localization(
    _ message: Message, in locale: LocaleIdentifier, _ state: String, _ entry: ExchangeEntry,
    _ writer: inout PlaceholderWriter
  ) -> JSONTree? {
    let hasZero = locale == sourceLocale ? sourceHasZero : context.hasZero()
    func unit(_ text: String) -> JSONTree {
      ["stringUnit": ["state": .string(state), "value": .string(text)]]
    }
    func plural(_ forms: [(category: String, text: String)]) -> JSONTree {
      let members = forms.map { JSONTree.Member($0.category, unit($0.text)) }
      return ["plural": .object(members.sorted { $0.name < $1.name })]
    }
    if Self.needsSubstitutions(message) {
      do throws(VaryingStringWriter.Fault) {
        let varying = try VaryingStringWriter(
          message, order: order(of: entry, writer.numberedVariables), hasZero: hasZero,
          ownWriting: Self.ownWriting)
        writer.take(notesOf: varying.notes)
        let substitutions = varying.variables.map { variable in
          JSONTree.Member(
            variable.name,
            [
              "argNum": .integer(variable.position),
              "formatSpecifier": variable.isDecimal ? "lf" : "lld",
              "variations": plural(variable.forms),
            ])
        }
        return unit(varying.format)
          .adding("substitutions", .object(substitutions.sorted { $0.name < $1.name }))
      } catch {
        log.leaveOut(entry.key, error.reason, help: error.help)
        return nil
      }
    }
    let result: JSONTree
    switch PluralShape(message) {
    case .text(let pattern): result = unit(writer.text(of: pattern))
    case .other(let reason):
      log.leaveOut(entry.key, reason, help: "a String Catalog varies by numbers, or by device")
      return nil
    case .plural(let own):
      guard own.kind == .cardinal else {
        log.leaveOut(entry.key, "it chooses by order")
        return nil
      }
      var forms: [(category: String, text: String)] = []
      for (form, pattern) in own.forms {
        switch form {
        case .exact(0) where !hasZero: forms.append(("zero", writer.text(of: pattern)))
        case .exact(let number):
          log.leaveOut(entry.key, "it has a text for exactly \(number)")
          return nil
        case .category(let category):
          forms.append((category.rawValue, writer.text(of: pattern)))
        }
      }
      result = ["variations": plural(forms)]
    }
    if let fault = writer.faults.first {
      log.leaveOut(entry.key, fault)
      return nil
    }
    return result
  }

  /// The arguments from the first: those that the file gives positions, then those of the source.
  private func order(of entry: ExchangeEntry, _ source: [String]) -> [String] {
    let known = names[entry.key] ?? [:]
    let last = known.keys.max() ?? 0
    let given = last > 0 ? (1...last).map { known[$0] ?? "arg\($0)" } : []
    return given + source.filter { !given.contains($0) }
  }

  /// Whether a message varies by several numbers, or shows others than the one that it varies by, of which
  /// plain variations could not tell which it is.
  private static func needsSubstitutions(_ message: Message) -> Bool {
    guard case .select(let select) = message else { return false }
    let meanings = select.selectorMeanings()
    guard meanings.allSatisfy({ $0.kind == .plural(.cardinal) || $0.kind == .exact }) else {
      return false
    }
    let names = Set(meanings.map(\.variable))
    return names.count > 1
      || message.patterns.contains { pattern in
        pattern.elements.contains { element in
          element.isNumber && element.variableName.map { !names.contains($0) } ?? false
        }
      }
  }

  private func set(_ value: JSONTree, for locale: String, in string: inout JSONTree) {
    guard case .object(let members) = string else { return }
    var localizations = members.first { $0.name == "localizations" }?.value ?? .object([])
    Self.set(locale, value, in: &localizations)
    Self.set("localizations", localizations, in: &string)
  }

  /// Sets a member, in the order of the names, as Xcode has them.
  private static func set(_ name: String, _ value: JSONTree, in object: inout JSONTree) {
    guard case .object(var members) = object else { return }
    if let index = members.firstIndex(where: { $0.name == name }) {
      members[index].value = value
    } else {
      let index = members.firstIndex { $0.name > name } ?? members.count
      members.insert(JSONTree.Member(name, value), at: index)
    }
    object = .object(members)
  }
}

/// JSON as Xcode lays it out: a space on both sides of the colon, an empty line in empty objects.
enum XcodeJSON {
  static func text(of tree: JSONTree) -> String {
    var output = ""
    write(tree, indent: "", to: &output)
    return output
  }

  private static func write(_ tree: JSONTree, indent: String, to output: inout String) {
    let inner = indent + "  "
    switch tree {
    case .object(let members):
      guard !members.isEmpty else {
        output += "{\n\n\(indent)}"
        return
      }
      output += "{"
      for (index, member) in members.enumerated() {
        output += (index > 0 ? ",\n" : "\n") + inner + JSONWriter.quoted(member.name) + " : "
        write(member.value, indent: inner, to: &output)
      }
      output += "\n\(indent)}"
    case .array(let elements):
      output += "["
      for (index, element) in elements.enumerated() {
        output += (index > 0 ? ",\n" : "\n") + inner
        write(element, indent: inner, to: &output)
      }
      output += elements.isEmpty ? "\n\n\(indent)]" : "\n\(indent)]"
    default: output += tree.text(.compact)
    }
  }
}
