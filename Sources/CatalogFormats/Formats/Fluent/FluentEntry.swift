import MessageSyntax

/// A message or term of a Fluent file, with its places.
struct FluentEntry {
  struct Value {
    var parts: [ChoicePart]
    /// From behind the `=` to the last character of the pattern.
    var span: Range<Int>
  }

  struct Attribute {
    var name: String
    var nameSpan: Range<Int>
    var value: Value
    /// From the `.` to the end of the pattern.
    var span: Range<Int>
  }

  /// The identifier; a term's starts with `-`.
  var name: String
  var nameSpan: Range<Int>
  /// The comment in front, without its `#`.
  var comment: [String] = []
  var commentSpan: Range<Int>?
  var value: Value?
  var attributes: [Attribute] = []
  /// From the identifier to the end of the last pattern.
  var span: Range<Int>

  var isTerm: Bool { name.hasPrefix("-") }
}
