import CatalogExchange
import MessageSyntax
import StringCatalogs

/// The comments in front of a PO entry, by their kinds.
struct POComments {
  var extracted: [String] = []
  private var references: [String] = []
  private var flags: [String] = []
  private var previous: [String] = []
  private var translator: [String] = []

  init(_ lines: [String]) {
    for line in lines {
      let text = String(line.dropFirst(2)).trimmed
      if line.hasPrefix("#.") {
        extracted.append(text)
      } else if line.hasPrefix("#:") {
        references.append(text)
      } else if line.hasPrefix("#,") {
        flags += text.split(separator: ",").map { String($0).trimmed }
      } else if line.hasPrefix("#|") {
        previous.append(text)
      } else {
        translator.append(String(line.dropFirst()).trimmed)
      }
    }
  }

  /// The dialect that the flags name.
  ///
  /// - Parameter isOwn: Whether `langue` wrote the entry: then values stand in braces also where
  ///   gettext is told not to compare them.
  func dialect(isOwn: Bool) -> any PlaceholderDialect {
    for flag in flags {
      switch flag {
      case "no-python-brace-format" where isOwn: return BraceDialect()
      case "c-format", "php-format", "objc-format": return PrintfDialect(flavor: .c)
      case "python-format": return PrintfDialect(flavor: .python)
      case "python-brace-format": return BraceDialect()
      case "java-printf-format": return PrintfDialect(flavor: .java)
      default: continue
      }
    }
    return isOwn ? BraceDialect() : PlainText()
  }

  func fill(_ entry: inout ExchangeEntry) {
    var description: [String] = []
    for line in extracted {
      if line.hasPrefix("@state ") {
        entry.metadata.state = TranslationState(rawValue: String(line.dropFirst(7)))
      } else if line.hasPrefix("@source ") {
        entry.metadata.source = String(line.dropFirst(8))
      } else if line.hasPrefix("@exported ") {
        entry.exported = String(line.dropFirst(10))
      } else if line.hasPrefix("@maxLength ") {
        entry.metadata.maxLength = Int(line.dropFirst(11))
      } else {
        description.append(line)
      }
    }
    if !description.isEmpty { entry.metadata.description = description.joined(separator: "\n") }
    if flags.contains("fuzzy") { entry.metadata.state = .initial }
    entry.details += translator.map { ExchangeDetail("comment", $0) }
    entry.details += references.map { ExchangeDetail("reference", $0) }
    entry.details += flags.filter { $0 != "fuzzy" }.map { ExchangeDetail("flag", $0) }
    entry.details += previous.map { ExchangeDetail("previous", $0) }
  }
}

extension POComments {
  /// Takes what an entry says beside its texts.
  mutating func take(_ entry: ExchangeEntry) {
    for detail in entry.details {
      switch detail.name {
      case "comment": translator.append(detail.value)
      case "reference": references.append(detail.value)
      case "flag": flags.append(detail.value)
      case "previous": previous.append(detail.value)
      default: continue
      }
    }
    if entry.metadata.state == .initial, entry.translation != nil {
      flags.insert("fuzzy", at: 0)
    }
    if let description = entry.metadata.description {
      extracted += description.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
    }
  }

  mutating func addFlag(_ flag: String) { flags.append(flag) }

  /// The lines of a file, in gettext's order.
  func lines(_ notes: PlaceholderNotes, _ entry: ExchangeEntry) -> [String] {
    let metadata = entry.metadata
    var extracted = extracted + notes.lines
    if let state = metadata.state, state != .initial {
      extracted.append("@state \(state.rawValue)")
    }
    if let source = metadata.source { extracted.append("@source \(source)") }
    if let exported = entry.exported { extracted.append("@exported \(exported)") }
    if let length = metadata.maxLength { extracted.append("@maxLength \(length)") }
    func line(_ mark: String, _ text: String) -> String { text.isEmpty ? mark : mark + " " + text }
    var lines = translator.map { line("#", $0) }
    lines += extracted.map { line("#.", $0) }
    lines += references.map { line("#:", $0) }
    if !flags.isEmpty { lines.append("#, " + flags.joined(separator: ", ")) }
    lines += previous.map { line("#|", $0) }
    return lines
  }
}
