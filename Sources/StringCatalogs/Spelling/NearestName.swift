/// Finds the name that somebody probably meant.
///
///     NearestName.of("lable", among: ["label", "locale"])  // "label"
public enum NearestName {
  /// The name with the fewest changes of a letter (put in, left out, replaced, two swapped), if there
  /// are few enough for a misspelling: one in three letters. Upper and lower case count as one.
  ///
  /// Names longer than 64 characters are not compared. Of equals, the first wins.
  public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased())
    guard wanted.count <= 64 else { return nil }
    let plainName = plainLetters(name)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let limit = (best?.distance ?? .max) - 1
      let distance =
        if let plainName, let letters = plainLetters(candidate) {
          distance(plainName, letters, limit: limit)
        } else {
          distance(wanted, Array(candidate.lowercased()), limit: limit)
        }
      if let distance { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The small letters of a name in ASCII, which are its bytes: nil for others. Comparing bytes is
  /// many times as quick, and a site has thousands of keys.
  static func plainLetters(_ name: String) -> [UInt8]? {
    // "\r\n" is one character.
    guard name.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\r") }) else { return nil }
    return name.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }

  /// The number of changes between two words (Damerau's, without overlaps); nil where they are more
  /// than the limit, or too many for a misspelling.
  static func distance<Letter: Equatable>(
    _ left: [Letter], _ right: [Letter], limit: Int
  ) -> Int? {
    let limit = min(max(left.count, right.count) / 3, limit)
    guard right.count <= 64, abs(right.count - left.count) <= limit else { return nil }
    // Three rows take turns: a site has thousands of keys.
    var before = Array(repeating: 0, count: right.count + 1)
    var current = before
    var previous = Array(0...right.count)
    var smallest = 0
    for (row, letter) in left.enumerated() {
      current[0] = row + 1
      var least = row + 1
      for (column, other) in right.enumerated() {
        var cost = min(
          previous[column + 1] + 1, current[column] + 1,
          previous[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, before[column - 1] + 1)
        }
        current[column + 1] = cost
        least = min(least, cost)
      }
      // Each row is made of the two before it, and nothing gets less on the way.
      if least > limit, smallest > limit { return nil }
      smallest = least
      swap(&before, &previous)
      swap(&previous, &current)
    }
    return previous.last.flatMap { $0 <= limit ? $0 : nil }
  }
}
