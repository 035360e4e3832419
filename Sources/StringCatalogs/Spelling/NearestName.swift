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
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased())
      let limit = min(max(wanted.count, letters.count) / 3, (best?.distance ?? .max) - 1)
      guard letters.count <= 64, abs(letters.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, letters)
      if distance <= limit { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The number of changes between two words (Damerau's, without overlaps).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          previous[column + 1] + 1, current[column] + 1,
          previous[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous.last ?? left.count
  }
}
