/// One piece of a message's syntax: what it is and where it stands.
///
/// A parsed message is a flat list of nodes in the order of the text, a parent before its
/// children:
///
///     Hello {$name :string}!
///     pattern · text · expression · variable · function · text
///
/// Nodes hold places only, no text, so that a list of them can be filled again and again without
/// an allocation.
package struct SyntaxNode: Hashable, Sendable {
  package enum Kind: UInt8, Sendable {
    /// `.input {…}`, then its expression.
    case input
    /// `.local $x = {…}`, then its variable and its expression.
    case local
    /// `.match` with its selectors, then a `variable` for each.
    case match
    /// The keys and the pattern, then a `literal` or `catchall` for each key and a `pattern`.
    case variant
    case catchall
    /// What stands between `{{` and `}}`, or a whole simple message; then its elements.
    case pattern
    case text
    /// From `{` to `}`; then `literal` or `variable`, `function` with its options, attributes.
    case expression
    /// From `{` to `}`; then `markupName`, options and attributes.
    case markupOpen, markupClose, markupStandalone
    /// `#name` or `/name`.
    case markupName
    /// `$name`.
    case variable
    /// As written, with its `|` where it is quoted.
    case literal
    /// `:name`.
    case function
    /// The name of an option, then its value, a `literal` or `variable`.
    case option
    /// `@name`, then a `literal` where it has a value.
    case attribute
  }

  package struct Flags: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The value differs from the bytes: escapes in a text or literal, bidi marks in a name.
    package static let rewritten = Flags(rawValue: 1)
    /// It holds characters from U+0300 on, so that its NFC form may differ.
    package static let composed = Flags(rawValue: 2)
    /// A literal between `|` and `|`.
    package static let quoted = Flags(rawValue: 4)
  }

  package var start: UInt32
  package var end: UInt32
  package var kind: Kind
  package var flags: Flags

  init(_ kind: Kind, _ start: Int, _ end: Int, _ flags: Flags = []) {
    self.kind = kind
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.flags = flags
  }

  /// Where it stands, in UTF-8 bytes.
  package var range: Range<Int> { Int(start)..<Int(max(start, end)) }

  /// The bytes of its value: without the sigil of a name or the `|` of a literal.
  package var valueRange: Range<Int> {
    var low = Int(start)
    var high = Int(end)
    switch kind {
    case .variable, .function, .attribute, .markupName:
      low += 1
    case .literal where flags.contains(.quoted):
      low += 1
      high -= 1
    default:
      break
    }
    return low..<max(low, high)
  }
}
