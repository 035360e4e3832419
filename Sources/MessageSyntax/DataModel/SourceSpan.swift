/// Where a piece of a message stands in its source, in UTF-8 bytes from 0.
///
/// Spans never take part in equality: two messages are equal when they mean the same, wherever
/// they were written. A node that was not parsed has the span `.none`.
public struct SourceSpan: Hashable, Sendable {
  public var lowerBound: Int
  public var upperBound: Int

  /// The span of a node that was made, not parsed.
  public static let none = SourceSpan(0..<0)

  public init(_ range: Range<Int>) {
    lowerBound = range.lowerBound
    upperBound = range.upperBound
  }

  public var range: Range<Int> { lowerBound..<max(lowerBound, upperBound) }

  public static func == (left: Self, right: Self) -> Bool { true }
  public func hash(into hasher: inout Hasher) {}
}
