import MessageSyntax
public import StringCatalogs

/// What checks want to know about a message, found out once and handed to all of them.
///
/// A message that is one run of text has no `structure`: checks that look at variables, selectors
/// or markup cost nothing there.
public struct MessageFacts: Sendable {
  /// What characters stand in the message's source.
  public var traits: TextTraits
  /// Variables, selectors and markup, where there are any.
  public var structure: MessageStructure?
  /// Whether the parser could make something of the message.
  public var isParsed: Bool
  /// What the parser made of the message.
  var parsed: ParseResult

  /// Finds out all there is to know.
  public init(_ entry: CatalogEntry) {
    var buffer = MessageSyntaxBuffer()
    self.init(entry, TextTraits(of: entry.text), using: &buffer)
  }

  init(_ entry: CatalogEntry, _ traits: TextTraits, using buffer: inout MessageSyntaxBuffer) {
    self.traits = traits
    var entry = entry
    entry.keepParsed(using: &buffer)
    parsed = entry.parsed
    guard let message = entry.parsed.message else {
      isParsed = false
      return
    }
    isParsed = true
    if case .pattern(let plain) = message, plain.declarations.isEmpty {
      switch plain.pattern.elements.count {
      case 0: return
      case 1: if case .text = plain.pattern.elements[0] { return }
      default: break
      }
    }
    structure = MessageStructure(message, placeholders: entry.metadata.placeholders)
  }
}

extension CatalogEntry {
  /// The message's patterns in the order they were written; none where it was not parsed.
  var patterns: [Pattern] { parsed.message?.patterns ?? [] }
}
