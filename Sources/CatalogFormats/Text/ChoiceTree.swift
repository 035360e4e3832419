import CatalogExchange
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// A piece of a foreign message that has choices inside its text, with its place in the file.
indirect enum ChoicePart {
  case text(String, Range<Int>)
  case element(PatternElement, Range<Int>)
  case choice(Choice)
}

/// A choice among texts: `{ $n -> [one] … *[other] … }`, `%#@n@`.
struct Choice {
  /// What is compared with the keys.
  struct Selector: Hashable {
    /// The variable behind `.match`, without its `$`.
    var variable: String
    /// What declares it: `.input {$n :number}`.
    var declaration: String
  }

  struct Variant {
    /// The key as MessageFormat 2 writes it; nil for the one that takes all that is left.
    var key: String?
    var parts: [ChoicePart]
  }

  var selector: Selector
  var variants: [Variant]
}

/// Makes a message of a text with choices: each combination of their keys is a variant.
///
///     You have { $n -> [one] one file *[other] { $n } files }.
///     →  .input {$n :number} .match $n one {{You have one file.}} * {{You have {$n} files.}}
struct ChoiceTree {
  /// The most variants that a message gets.
  static let maximumVariants = 1_000
  /// The most bytes of text that the variants get together; a message is far shorter.
  private static let maximumSize = 1 << 20

  private let parts: [ChoicePart]
  private(set) var selectors: [Choice.Selector] = []
  private var keys: [Choice.Selector: [String]] = [:]
  private var known: [Choice.Selector: Set<String>] = [:]
  /// How many bytes of text the tree has.
  private var size = 0

  init(_ parts: [ChoicePart]) {
    self.parts = parts
    collect(parts)
  }

  private mutating func collect(_ parts: [ChoicePart]) {
    for part in parts {
      if case .text(let text, _) = part { size += text.utf8.count }
      guard case .choice(let choice) = part else { continue }
      if keys[choice.selector] == nil {
        selectors.append(choice.selector)
        keys[choice.selector] = []
      }
      for variant in choice.variants {
        if let key = variant.key, known[choice.selector, default: []].insert(key).inserted {
          keys[choice.selector]?.append(key)
        }
        collect(variant.parts)
      }
    }
  }

  /// How many variants the message has.
  var count: Int {
    var count = 1
    for selector in selectors where count <= Self.maximumVariants {
      count *= (keys[selector]?.count ?? 0) + 1
    }
    return count
  }

  /// The message, or nil where it has too many variants, or they are too long.
  ///
  /// - Parameter notes: What stands in front of the variants is said there, where it is for as many
  ///   selectors as there are.
  func message(_ notes: PlaceholderNotes, valueSpan: Range<Int>) -> ExchangeMessage? {
    let count = count
    let head = notes.selectors.count == selectors.count ? notes.head : nil
    guard count <= Self.maximumVariants, count == 1 || count * size <= Self.maximumSize else {
      return nil
    }
    if selectors.isEmpty {
      let segments = segments([:], parts)
      let text = Self.identity
      guard let head else {
        return MessageComposer.pattern(segments, of: text, valueSpan: valueSpan)
      }
      let branch = MessageComposer.Branch(
        keys: "", segments: segments, text: text, place: valueSpan)
      return MessageComposer.select(head: head, [branch], valueSpan: valueSpan)
    }
    var branches: [MessageComposer.Branch] = []
    var choices: [Choice.Selector: String] = [:]
    add(0, &choices, [], valueSpan, &branches)
    let own =
      selectors.map(\.declaration).joined(separator: "\n") + "\n.match "
      + selectors.map { "$" + $0.variable }.joined(separator: " ")
    return MessageComposer.select(head: head ?? own, branches, valueSpan: valueSpan)
  }

  private func add(
    _ index: Int, _ choices: inout [Choice.Selector: String], _ written: [String],
    _ span: Range<Int>, _ branches: inout [MessageComposer.Branch]
  ) {
    guard index < selectors.count else {
      let segments = self.segments(choices, parts)
      branches.append(
        MessageComposer.Branch(
          keys: written.joined(separator: " "), segments: segments, text: Self.identity,
          place: Self.place(of: segments) ?? span))
      return
    }
    let selector = selectors[index]
    for key in keys[selector] ?? [] {
      choices[selector] = key
      add(index + 1, &choices, written + [key], span, &branches)
    }
    choices[selector] = nil
    add(index + 1, &choices, written + ["*"], span, &branches)
  }

  private func segments(
    _ choices: [Choice.Selector: String], _ parts: [ChoicePart]
  ) -> [MessageSegment] {
    var segments: [MessageSegment] = []
    for part in parts {
      switch part {
      case .text(let text, let range): segments.append(.text(text, range))
      case .element(let element, let range): segments.append(.element(element, range))
      case .choice(let choice):
        let key = choices[choice.selector]
        let variant =
          choice.variants.first { $0.key != nil && $0.key == key }
          ?? choice.variants.first { $0.key == nil }
        segments += self.segments(choices, variant?.parts ?? [])
      }
    }
    return segments
  }

  /// From the first to the last segment, as they stand in the text.
  private static func place(of segments: [MessageSegment]) -> Range<Int>? {
    func range(_ segment: MessageSegment) -> Range<Int> {
      switch segment {
      case .text(_, let range), .element(_, let range): range
      }
    }
    guard let first = segments.first, let last = segments.last else { return nil }
    let start = range(first).lowerBound
    return start..<max(start, range(last).upperBound)
  }

  /// A text whose places are those of the file.
  private static var identity: DecodedText {
    DecodedText("", offsets: OffsetMap(start: 0))
  }
}
