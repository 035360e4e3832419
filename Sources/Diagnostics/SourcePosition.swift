/// A place in a text file: line and column for people, byte offset for programs.
///
///     SourcePosition(line: 3, column: 17, offset: 41)
///
/// Lines and columns count from 1, columns in Unicode scalars; offsets count UTF-8 bytes from 0.
public struct SourcePosition: Hashable, Sendable, Comparable {
  public var line: Int
  public var column: Int
  public var offset: Int

  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  public static func < (left: Self, right: Self) -> Bool { left.offset < right.offset }
}

/// A stretch of a text file, from `start` up to but not including `end`.
public struct SourceRange: Hashable, Sendable {
  public var start: SourcePosition
  public var end: SourcePosition

  public init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
  }
}
