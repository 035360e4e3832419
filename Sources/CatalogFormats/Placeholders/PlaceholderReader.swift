import CatalogExchange
import MessageSyntax
import StringCatalogs

/// Reads a foreign text with the notes that stand beside it.
struct PlaceholderReader {
  let dialect: any PlaceholderDialect
  let notes: PlaceholderNotes

  /// The text's segments: what the notes name first, then what the dialect knows.
  func segments(of text: String) -> [MessageSegment] {
    let segments = dialect.segments(of: text)
    guard !notes.tokens.isEmpty else { return segments }
    var result: [MessageSegment] = []
    for segment in segments {
      switch segment {
      case .element(let element, let range):
        let known = notes.tokens.first { $0.writing == element.sourceWriting }
        result.append(.element(known?.element ?? element, range))
      case .text(let value, let range):
        guard value.utf8.count == range.count else {
          result.append(segment)
          continue
        }
        result += split(value, at: range.lowerBound)
      }
    }
    return result
  }

  private func split(_ text: String, at start: Int) -> [MessageSegment] {
    var builder = SegmentBuilder(text)
    var offset = 0
    while offset < builder.bytes.count {
      if let token = notes.tokens.first(where: { builder.starts(with: $0.writing, at: offset) }) {
        let end = offset + token.writing.utf8.count
        builder.add(token.element, offset..<end)
        offset = end
      } else {
        offset += 1
      }
    }
    return builder.finish().map { segment in
      switch segment {
      case .text(let value, let range):
        .text(value, range.lowerBound + start..<range.upperBound + start)
      case .element(let element, let range):
        .element(element, range.lowerBound + start..<range.upperBound + start)
      }
    }
  }

  /// A message of one text.
  func message(_ text: DecodedText, valueSpan: Range<Int>) -> ExchangeMessage {
    let segments = segments(of: text.text)
    guard !notes.declarations.isEmpty, notes.selectors.isEmpty else {
      return MessageComposer.pattern(segments, of: text, valueSpan: valueSpan)
    }
    return MessageComposer.select(
      head: notes.declarations.joined(separator: "\n"),
      [MessageComposer.Branch(keys: "", segments: segments, text: text)], valueSpan: valueSpan)
  }

  /// A message of several plural forms, each with its key (`one`, `0`, `*`).
  ///
  /// - Parameter function: What annotates the number where no note does.
  func plural(
    _ forms: [(key: String, text: DecodedText)], variable: String, function: String,
    valueSpan: Range<Int>
  ) -> ExchangeMessage {
    var branches: [MessageComposer.Branch] = []
    for form in forms {
      branches.append(
        MessageComposer.Branch(
          keys: form.key, segments: segments(of: form.text.text), text: form.text))
    }
    let selector = notes.selectors.first ?? "$" + variable
    var head = notes.declarations
    if notes.selectors.isEmpty { head.append(".input {\(selector) \(function)}") }
    head.append(".match " + selector)
    return MessageComposer.select(
      head: head.joined(separator: "\n"), branches, valueSpan: valueSpan)
  }

  /// The number that plural forms show: the only one there is, or nil.
  func shownNumber(in texts: [DecodedText]) -> String? {
    var names: Set<String> = []
    for text in texts {
      for case .element(let element, _) in segments(of: text.text) where element.isNumber {
        if let name = element.variableName { names.insert(name) }
      }
    }
    return names.count == 1 ? names.first : nil
  }
}
