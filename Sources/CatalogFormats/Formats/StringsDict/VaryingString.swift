import CatalogExchange
import Diagnostics
import LocaleServices
import MessageSyntax
import StringCatalogs

/// A text of Apple's formats in which numbers each change a part.
///
///     %#@files@ in %#@folders@
///     files: one `%ld file`, other `%ld files`; folders: one `a folder`, other `%2$ld folders`
struct VaryingString {
  struct Variable {
    /// What the argument is called in the message.
    var argument: String
    var isDecimal: Bool
    var forms: [(category: PluralCategory, text: DecodedText)]
    /// Where to tell what is wrong with it.
    var place: Range<Int>
  }

  var format: DecodedText
  var variables: [String: Variable]
  /// The names of the arguments that it varies by, by their positions.
  var names: [Int: String]
  /// What stands for a variable's own number in its texts, where that is no usual placeholder.
  var ownWriting: String?
}

/// Reads the texts of one such string as parts with choices.
struct VaryingTexts {
  private let string: VaryingString
  private let hasZero: Bool
  private let notes: PlaceholderNotes
  private(set) var faults: [Diagnostic] = []
  /// How many texts may still be read: a variable can be named often, in variables that are named often.
  private var rest = 10_000

  init(_ string: VaryingString, hasZero: Bool, notes: PlaceholderNotes) {
    self.string = string
    self.hasZero = hasZero
    self.notes = notes
  }

  /// The message; nil where `faults` say why, or where it has too many variants.
  mutating func message(valueSpan: Range<Int>) -> ExchangeMessage? {
    let tree = ChoiceTree(parts(of: string.format, own: nil, depth: 0))
    guard faults.isEmpty else { return nil }
    var head: String?
    if !notes.declarations.isEmpty || !notes.selectors.isEmpty,
      notes.selectors.count == tree.selectors.count
    {
      let match =
        notes.selectors.isEmpty ? [] : [".match " + notes.selectors.joined(separator: " ")]
      head = (notes.declarations + match).joined(separator: "\n")
    }
    return tree.message(head: head, valueSpan: valueSpan)
  }

  /// - Parameter own: The variable whose text it is.
  private mutating func parts(
    of text: DecodedText, own: VaryingString.Variable?, depth: Int
  ) -> [ChoicePart] {
    rest -= 1
    guard depth <= 8, rest > 0 else {
      if rest < 0 { return [] }
      let span = text.offsets.fileRange(of: 0..<text.text.utf8.count)
      faults.append(
        Diagnostic(
          code: "too-deep", message: "variables stand in each other without end", span: span))
      return []
    }
    let dialect = StringsDictDialect(
      names: string.names, own: own?.argument, ownWriting: string.ownWriting)
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
          if let choice = choice(name, at: whole, depth: depth) { parts.append(choice) }
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

  private mutating func choice(_ name: String, at span: Range<Int>, depth: Int) -> ChoicePart? {
    guard let variable = string.variables[name] else {
      faults.append(
        Diagnostic(
          code: "unknown-variable", message: "there is no variable `\(name)`", span: span))
      return nil
    }
    var variants: [Choice.Variant] = []
    for form in variable.forms {
      let parts = parts(of: form.text, own: variable, depth: depth + 1)
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
          span: variable.place))
      return nil
    }
    let argument = variable.argument
    let function = variable.isDecimal ? "number" : "integer"
    return .choice(
      Choice(
        selector: Choice.Selector(
          variable: argument, declaration: ".input {$\(argument) :\(function)}"),
        variants: variants))
  }
}
